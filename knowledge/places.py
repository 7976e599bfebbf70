"""Places that are not ours: a question about one of them is not answered with what holds here."""

ELSEWHERE = frozenset(
    """agder akershus alta arendal asker aurskog bergen bodø bærum danmark denmark drammen eidsvoll eiker elverum europa
    europe finland fredrikstad frogn gardermoen gjerdrum gjøvik grimstad halden hamar hammerfest harstad haugesund
    hurdal innlandet jessheim kongsberg kongsvinger kristiansand kristiansund larvik levanger lillehammer lillestrøm
    london lørenskogs lyngdal mandal molde moss mysen namsos nannestad narvik nesodden nittedal nordland nordre norden
    notodden oppegård oslo porsgrunn rælingen ringerike rogaland romsdal sandefjord sandnes sarpsborg skedsmo ski skien
    sortland stavanger steinkjer stockholm stord strømmen svalbard sverige sweden telemark tromsø trondheim tønsberg
    troms trøndelag tyskland germany ullensaker vestby vestfold vestland voss ås ålesund årnes østfold""".split()
) - {"lørenskogs", "ski", "nordre", "norden"}
