### Objectifs, projets, traités et noms : états, constats et têtes de colonnes.

status-slipped = Repoussé
status-cancelled = Abandonné

stage-announced = annoncé
stage-agreed = convenu
stage-funded = financé
stage-started = commencé
stage-done = achevé
stage-cancelled = abandonné

due-first = promis d’abord : { $date }
formerly = anciennement { $former }
name-formerly = { $name } (anciennement { $former })

finding-target-verdict-lead =
    { $verdict ->
        [reached] L’objectif est atteint.
        [on-track] L’objectif est dans les temps.
        [behind] L’objectif est en retard.
        [close] L’objectif est trop serré pour conclure.
        [one] L’objectif et la croissance propre.
       *[split] Des verdicts qui diffèrent.
    }
finding-target-verdict =
    { $span ->
        [one] Pour { $target } en { $deadline }, il faut { $pace } par an selon les { $statistics } ({ $own } de croissance de { $since } à { $last }) : { $track ->
            [reached] atteint
            [on-track] dans les temps
            [close] trop serré pour conclure
           *[behind] en retard
        }.
        [same] Pour { $target } en { $deadline }, il faut { $pace } par an selon les { $statistics } ({ $own } de croissance de { $since } à { $last }) : { $track ->
            [reached] atteint
            [on-track] dans les temps
            [close] trop serré pour conclure
           *[behind] en retard
        } ; { $pace_other } selon les { $statistics_other } ({ $own_other }) : { $track_other ->
            [reached] atteint
            [on-track] dans les temps
            [close] trop serré pour conclure
           *[behind] en retard
        }.
       *[apart] Pour { $target } en { $deadline }, il faut { $pace } par an selon les { $statistics } ({ $own } de croissance de { $since } à { $last }) : { $track ->
            [reached] atteint
            [on-track] dans les temps
            [close] trop serré pour conclure
           *[behind] en retard
        } ; { $pace_other } selon les { $statistics_other } ({ $own_other } de { $since_other } à { $last_other }) : { $track_other ->
            [reached] atteint
            [on-track] dans les temps
            [close] trop serré pour conclure
           *[behind] en retard
        }.
    }
finding-project-slipped-lead = { $project } : échéance repoussée.
finding-project-slipped =
    { $days-class ->
        [one] Promise d’abord pour le { $first }, elle l’est maintenant pour le { $due }, { $days } jour plus tard, comme dit le { $told }.
       *[other] Promise d’abord pour le { $first }, elle l’est maintenant pour le { $due }, { $days } jours plus tard, comme dit le { $told }.
    }
finding-project-done-lead = { $project } : achevé.
finding-project-done = Une preuve du { $evidence } dit l’achèvement.
finding-project-cancelled-lead = { $project } : abandonné.
finding-project-cancelled = Une preuve du { $evidence } dit l’abandon.

column-standing = Total de cette année-là, ou rythme
target-standing = { $track ->
        [reached] atteint
        [on-track] dans les temps
        [close] trop serré pour conclure
       *[behind] en retard
    } : il faut { $pace } par an, contre { $own } ({ $statistics })

target-superseded-by = par l’objectif du { $date }

table-treaties = Les traités et leur avancement
column-treaty = Traité
column-signed = Signature
column-in-force = En vigueur
treaty-step =
    { $step ->
        [ratified] ratifié, { $date }
       *[approved] approuvé, { $date }
    }
treaty-step-undated =
    { $step ->
        [ratified] ratifié
       *[approved] approuvé
    }
treaty-in-force-undated = oui, jour non précisé
treaty-ended = éteint, { $date }
treaty-ended-undated = éteint
treaty-waiting =
    { $days-class ->
        [one] sans preuve ({ $days } jour)
       *[other] sans preuve ({ $days } jours)
    }

name-target-own_pace = Croissance propre par an, { $statistics }, jusqu’à { $period }
name-promise-evidence_age = Jours depuis la dernière preuve d’un projet, { $period }
name-promise-overdue = Jours depuis une date promise et passée, { $period }
name-promise-slip = Jours dont une date promise a été repoussée, { $period }
name-treaty-age = Jours depuis la signature d’un traité non entré en vigueur, { $period }
