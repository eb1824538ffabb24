### Aims, projects, treaties and names: states, findings and table heads.

status-slipped = Slipped
status-cancelled = Cancelled

stage-announced = announced
stage-agreed = agreed
stage-funded = funded
stage-started = started
stage-done = done
stage-cancelled = cancelled

due-first = first promised: { $date }
formerly = formerly { $former }
name-formerly = { $name } (formerly { $former })

finding-target-verdict-lead =
    { $verdict ->
        [reached] The aim is reached.
        [on-track] The aim is on track.
        [behind] The aim is behind.
        [close] The aim is too close to call.
        [one] The aim against own growth.
       *[split] Verdicts on the aim differ.
    }
finding-target-verdict =
    { $span ->
        [one] By { $deadline }, { $target } takes { $pace } a year on { $statistics }; growth was { $own } from { $since } to { $last }: { $track ->
            [reached] reached
            [on-track] on track
            [close] too close to call
           *[behind] behind
        }.
        [same] By { $deadline }, { $target } takes { $pace } a year on { $statistics }, where growth was { $own } from { $since } to { $last }: { $track ->
            [reached] reached
            [on-track] on track
            [close] too close to call
           *[behind] behind
        }. It takes { $pace_other } on { $statistics_other }, where growth was { $own_other }: { $track_other ->
            [reached] reached
            [on-track] on track
            [close] too close to call
           *[behind] behind
        }.
       *[apart] By { $deadline }, { $target } takes { $pace } a year on { $statistics }, where growth was { $own } from { $since } to { $last }: { $track ->
            [reached] reached
            [on-track] on track
            [close] too close to call
           *[behind] behind
        }. It takes { $pace_other } on { $statistics_other }, where growth was { $own_other } from { $since_other } to { $last_other }: { $track_other ->
            [reached] reached
            [on-track] on track
            [close] too close to call
           *[behind] behind
        }.
    }
finding-project-slipped-lead = { $project } has slipped.
finding-project-slipped =
    { $days-class ->
        [one] First promised for { $first }, it is now promised for { $due }, { $days } day later, as told on { $told }.
       *[other] First promised for { $first }, it is now promised for { $due }, { $days } days later, as told on { $told }.
    }
finding-project-done-lead = { $project } is done.
finding-project-done = Evidence of { $evidence } tells its completion.
finding-project-cancelled-lead = { $project } is cancelled.
finding-project-cancelled = Evidence of { $evidence } tells that it was given up.

column-standing = Total of that year, or pace
target-standing = { $track ->
        [reached] reached
        [on-track] on track
        [close] too close to call
       *[behind] behind
    }: needs { $pace } a year, had { $own } ({ $statistics })

target-superseded-by = by the aim of { $date }

table-treaties = Treaties and how far they have come
column-treaty = Treaty
column-signed = Signed
column-in-force = In force
treaty-step =
    { $step ->
        [ratified] ratified, { $date }
       *[approved] approved, { $date }
    }
treaty-step-undated =
    { $step ->
        [ratified] ratified
       *[approved] approved
    }
treaty-in-force-undated = yes, day not given
treaty-ended = ended, { $date }
treaty-ended-undated = ended
treaty-waiting =
    { $days-class ->
        [one] no evidence after { $days } day
       *[other] no evidence after { $days } days
    }

name-target-own_pace = Own growth a year, { $statistics }, to { $period }
name-promise-evidence_age = Days since the last evidence of a project, { $period }
name-promise-overdue = Days past a promised date, { $period }
name-promise-slip = Days a promised date was moved back, { $period }
name-treaty-age = Days since the signature of a treaty not in force, { $period }
