"""The questions of Næringspuls 2018, after Lørenskog's næringsplan 2019–2022.

Those of the first two parts are the captions of its figures 4 to 7, with the reasons that its text names; the plan
does not quote those of the last part, which are put in the words of its summary; the ends of the scales are ours.
"""

from bot.core.texts import Text

NAME = Text(nb="Næringspuls", nn="Næringspuls", en="Næringspuls")
PARTS = Text(
    nb="""# Hvorfor Lørenskog
Hva tror du er de generelle hovedgrunnene til at man velger å etablere næringsvirksomhet i Lørenskog kommune? (flere)
- Beliggenhet
- Tilgang til hovedveisystem
- Nærhet til kunder og marked
- Nærhet til boområder
Med tanke på din virksomhet, hvilke av de samme grunnene er viktigst for at du driver næringsvirksomhet i Lørenskog \
kommune? (flere)
- Beliggenhet
- Tilgang til hovedveisystem
- Nærhet til kunder og marked
- Nærhet til boområder
# Hva som kan bli bedre
Hva tror du kan være generelle årsaker til at næringsvirksomhet ikke etablerer seg i Lørenskog kommune? (flere)
- Tilgang til og priser på næringslokaler
- Tilgang til og priser på næringstomter
- Møteplasser for næringslivet
- Dialog og samhandling med kommunen
- Mangel på bymessige tilbud
Sett fra din virksomhets ståsted, hvilke av de følgende områder mener du har et forbedringspotensial i Lørenskog \
kommune? (flere)
- Tilgang til og priser på næringslokaler
- Tilgang til og priser på næringstomter
- Møteplasser for næringslivet
- Dialog og samhandling med kommunen
- Bymessige tilbud
# Fornøyd, anbefaling og framtid
Hvor fornøyd er du med å drive virksomhet i Lørenskog kommune? (1–5)
- Svært misfornøyd
- Svært fornøyd
Hvor sannsynlig er det at du vil anbefale andre å etablere seg i Lørenskog kommune? (0–10)
Hvor stor tro har du på kommunens evne til å lykkes med næringssamarbeidet i fremtiden? (1–5)
- Svært liten
- Svært stor
""",
    nn="""# Kvifor Lørenskog
Kva trur du er dei generelle hovudgrunnane til at ein vel å etablere næringsverksemd i Lørenskog kommune? (fleire)
- Plasseringa
- Tilgang til hovudvegsystemet
- Nærleik til kundar og marknad
- Nærleik til buområde
Med tanke på di verksemd, kva for nokre av dei same grunnane er viktigast for at du driv næringsverksemd i Lørenskog \
kommune? (fleire)
- Plasseringa
- Tilgang til hovudvegsystemet
- Nærleik til kundar og marknad
- Nærleik til buområde
# Kva som kan bli betre
Kva trur du kan vere generelle årsaker til at næringsverksemd ikkje etablerer seg i Lørenskog kommune? (fleire)
- Tilgang til og prisar på næringslokale
- Tilgang til og prisar på næringstomter
- Møteplassar for næringslivet
- Dialog og samhandling med kommunen
- Mangel på bymessige tilbod
Sett frå di verksemd, kva for nokre av desse områda meiner du kan bli betre i Lørenskog kommune? (fleire)
- Tilgang til og prisar på næringslokale
- Tilgang til og prisar på næringstomter
- Møteplassar for næringslivet
- Dialog og samhandling med kommunen
- Bymessige tilbod
# Nøgd, tilråding og framtid
Kor nøgd er du med å drive verksemd i Lørenskog kommune? (1–5)
- Svært misnøgd
- Svært nøgd
Kor sannsynleg er det at du vil rå andre til å etablere seg i Lørenskog kommune? (0–10)
Kor stor tru har du på at kommunen vil lykkast med næringssamarbeidet i framtida? (1–5)
- Svært lita
- Svært stor
""",
    en="""# Why Lørenskog
What do you think are the main reasons, in general, for setting up business in Lørenskog? (several)
- Location
- Access to the main roads
- Close to customers and market
- Close to housing
For your own company, which of the same reasons matter most for being in business in Lørenskog? (several)
- Location
- Access to the main roads
- Close to customers and market
- Close to housing
# What can be better
What do you think may be the reasons, in general, why businesses do not set up in Lørenskog? (several)
- Access to and prices of premises
- Access to and prices of sites
- Meeting places for business
- Dialogue and cooperation with the municipality
- Lack of urban offerings
From your company's point of view, which of these do you think could be improved in Lørenskog? (several)
- Access to and prices of premises
- Access to and prices of sites
- Meeting places for business
- Dialogue and cooperation with the municipality
- Urban offerings
# Satisfaction, recommendation and future
How satisfied are you with being in business in Lørenskog? (1-5)
- Very dissatisfied
- Very satisfied
How likely are you to recommend others to set up in Lørenskog? (0-10)
How much faith do you have in the municipality's ability to succeed with business cooperation in the future? (1-5)
- Very little
- Very much
""",
)
