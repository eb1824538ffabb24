# Noms et déclarations de ce partenariat ; les nombres écrits ici sont des constantes déclarées. Un événement se nomme
# par event-<id>, un projet par project-<id>, un lieu par place-<nom>. Il n’y en a pas encore.
