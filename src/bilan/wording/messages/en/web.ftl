### The pages of `bilan serve`: navigation, forms, states, refusals.

## Frame

web-skip = Skip to the content
web-navigation = Pages
web-editions = Editions
web-build = Build now
web-schedule = Schedule
web-deliveries = Deliveries
web-data = Data
web-preview = Preview
web-health = Health
web-jobs = Jobs
web-api = Description of the API
web-accounts = Accounts
web-logout = Log out
web-yes = yes
web-all = All
web-find = Find
web-percent = { $percent } %
web-what = What
web-at = At
web-open = Open

## Refusals

web-refused = That did not work
web-refused-401 = Log in first
web-refused-403 = Not allowed
web-refused-404 = Nothing is here
web-refused-409 = It stands otherwise by now
web-refused-422 = That cannot be meant so
web-refused-429 = A little slower, please
web-refused-503 = Not available just now
web-not-found = There is no page at this address.
web-stale-form = This form is no longer valid.
web-reload = Go back, reload the page and send it again.

## Editions

web-latest = Newest
web-search = Search
web-month = Month
web-nothing-found = Nothing fits this search.
web-build-first = Build the first one
web-superseded = A later issue has replaced this one.
web-withdrawn = This edition was withdrawn.
web-download-pdf = Download the PDF
web-read = Read on screen
web-pdf-title = Pages of the edition as PDF
web-headlines = Headline figures
web-findings = Findings
web-numbers-open = Each number leads to where it comes from.
web-changes = What changed since the edition before
web-compare = Compare
web-compare-with = With edition
web-compare-readings = Figures and findings
web-compare-text = Text side by side
web-no-other = There is no other edition to compare with.
web-no-change = Nothing is different.
web-change = Change
web-before = Before
web-after = After
web-change-crossed = threshold crossed
web-change-target = declared aim
web-change-meaning = meaning of a sentence
web-change-revised = revised
web-change-project = project
web-change-new = new
web-change-event = event
web-change-stale = out of date
web-change-recovered = up to date again
web-change-dropped = no longer there
web-change-method = method
web-warnings = Warnings
web-count-warnings = Warnings: { $count }
web-receipts = Receipts
web-each-receipt = Each recipient
web-recipient = Recipient
web-channel = Channel
web-nobody = Nobody was to receive this edition.
web-made-from = Made from
web-made-from-why = The same content gives the same bytes: these hashes say what this edition was made from.
web-made-data = Data
web-made-definitions = Definitions
web-made-template = Templates
web-made-brand = Brand
web-made-program = Program
web-verify = Verify
web-verify-why = Makes the edition again and compares every byte.
web-verified = Every byte is the same.
web-differs = It is not the same.
web-verify-notes = What would be otherwise today
web-life = Correct or withdraw
web-correct = Correct
web-correct-why = Issues the edition anew from the data as they are now, with this note on its first page. Whoever had it gets the correction.
web-withdraw = Withdraw
web-withdraw-why = Takes the edition back. Its number and files stay, and whoever had it gets a notice.
web-reason = Reason
web-no-screen-page = This edition has no page for screens.

## Where a number comes from

web-trace = Where it comes from
web-number = Number or reading
web-stands-as = Printed as
web-formula = Formula
web-nature = Nature
web-published = Published
web-inputs = Made from
web-rows = Rows
web-row = Row
web-series = Series
web-vintage = Vintage
web-derived = Derived
web-note = Note
web-source = Source
web-as-printed = printed by the source as
web-trace-declared = declared, not computed

## Jobs

web-build-why = A draft is seen by you alone. An edition that is issued goes into the archive, if nothing holds it; sending it is another step.
web-asked-partnership = Partnership
web-asked-period = Month
web-asked-as-of = Data as of
web-as-of-why = Left empty: the last day of the month
web-asked-audiences = Audiences
web-asked-audience = Audience
web-asked-languages = Languages
web-asked-language = Language
web-asked-draft = Draft
web-asked-strict = Warnings hold it too
web-asked-edition = Edition
web-asked-reason = Reason
web-asked-sample = Data
web-asked-sources = Sources
web-asked-offline = From stored answers only
web-asked-dry-run = Trial, nothing kept
web-asked-from = First month
web-asked-to = Last month
web-asked-file = File
web-asked-sha256 = Checksum
web-asked-manifest-sha256 = Checksum of the manifest
web-sample-real = Real
web-sample-worst = The worst a page may meet
web-sample-empty = None
web-mode = What for
web-mode-draft = Draft
web-mode-issue = Issue
web-job = Job
web-asked-by = Asked by
web-no-jobs = Nothing was asked for yet.
web-kind-build = Build
web-kind-verify = Verification
web-kind-correct = Correction
web-kind-preview = Preview
web-kind-fetch = Fetching
web-kind-replay = Replay of past months
web-kind-gallery = Gallery of charts
web-kind-archive-check = Check of the archive
web-kind-archive-rebuild = Rebuilding of the archive
web-kind-audit = Audit of a file
web-ahead =
    { $count-sign ->
        [zero] It is next.
       *[other] Jobs before it: { $count }.
    }
web-left = About { $seconds } s left.
web-progress = Progress
web-stage-fonts = Fonts
web-stage-data = Data
web-stage-compose = Composing
web-stage-render = Layout and audit
web-stage-publish = Publishing
web-cancel = Cancel
web-unchanged = nothing has changed: the edition that is out
web-draft-why = A draft: not issued, and seen by you and by those who may approve.
web-held-why = It was held and not issued, for these reasons:
web-preview-why = The pages of an audience as its templates are now. Nothing is issued.

## States

web-state-issued = Issued
web-state-superseded = Replaced
web-state-withdrawn = Withdrawn
web-state-due = Due
web-state-waiting = Waiting
web-state-running = Running
web-state-cancelling = Being cancelled
web-state-done = Done
web-state-held = Held
web-state-awaiting = Awaits approval
web-state-failed = Failed
web-state-cancelled = Cancelled
web-state-skipped = Skipped
web-state-lost = Lost
web-state-pending = To be sent
web-state-sending = Being sent
web-state-sent = Sent
web-state-deferred = Put off
web-state-refused = Refused
web-state-unknown = Unknown
web-state-pass = Fine
web-state-warn = Warning
web-state-hold = Holds
web-state-active = Active
web-state-locked = Locked for a while
web-state-disabled = Shut out

## Schedule, deliveries, health

web-open-work = Open
web-due-at = Due
web-next = Next
web-rule = Schedule
web-rules = Rules
web-on-demand = On demand
web-rule-first-day = first day of the month
web-rule-last-day = last day of the month
web-rule-first-working-day = first working day of the month
web-rule-last-working-day = last working day of the month
web-rule-nth = { $kind } no. { $nth } of the month
web-rule-last = { $kind } no. { $nth } from the end of the month
web-rule-deadline = when its data come, by the { $rule } at the latest
web-rule-kind-day = day
web-rule-kind-working-day = working day
web-rule-kind-monday = Monday
web-rule-kind-tuesday = Tuesday
web-rule-kind-wednesday = Wednesday
web-rule-kind-thursday = Thursday
web-rule-kind-friday = Friday
web-rule-kind-saturday = Saturday
web-rule-kind-sunday = Sunday
web-run-now = Run now
web-past = Before
web-why = Why
web-nothing-next = Nothing will fall due: bilan.toml has no schedule.
web-nothing-past = Nothing has fallen due yet.
web-look-first = Look at the pages
web-act-hold = Hold
web-act-release = Release
web-act-retry = Try again
web-act-cancel = Call off
web-act-approve = Approve
web-decide = Decide
web-send-again = Send again
web-it-arrived = It arrived
web-no-deliveries = Nothing was sent yet.
web-and-more = And more: { $count }
web-well = All is well.
web-not-well = Something needs a person:
web-last-look = Last look at what is due
web-looks = Looks since the start
web-failed-looks = Of these failed

## Data

web-revisions = Revisions
web-upload = Try a table
web-gate = Checks
web-gate-clean = No check has anything against the data.
web-course = Course
web-periods = Periods
web-publications = Publications
web-last-value = Last value for
web-period = Period
web-value = Value
web-unit = Unit
web-counts = counts
web-chart-alt = { $series } from { $first } to { $last }, with what was published before
web-chart-vintages = Paler lines: as published before; the days of publication:
web-since = Since
web-until = Until
web-small-too = Small ones and new values too
web-no-revisions = Nothing was revised.
web-event-first = first
web-event-repeated = repeated
web-event-revised = revised
web-event-returned = back to an earlier value
web-event-withdrawn = withdrawn
web-event-restored = restored
web-event-forecast = forecast
web-event-outcome = outcome
web-event-statement = statement
web-event-rebased = series rebased
web-event-new = new

## Accounts

web-login = Log in
web-login-wrong = Name or password is wrong.
web-nobody-yet = There is no account yet. At the machine itself:
web-name = Name
web-password = Password
web-password-old = Password now
web-password-new = New password
web-role = Role
web-role-view = reads
web-role-run = builds
web-role-approve = approves
web-role-admin = administers
web-tokens = Tokens
web-tokens-why = For programs that speak with the API in your name.
web-token-once = This token is shown only now:
web-token-for = What for
web-make-token = Make a token
web-days = Days
web-used = Last used
web-revoke = Revoke
web-ended = ended
web-change-it = Change
web-add-account = Add an account
web-let-in = Let in
web-shut-out = Shut out
web-no-account = Without log-in there are no accounts here.

## Trying a table

web-upload-why = Shows what a table would change, and changes nothing.
web-file = CSV file
web-table = In place of
web-table-new = A new table
web-try = Try it
web-would-add = New
web-would-revise = Revised
web-would-withdraw = Withdrawn
web-would-keep = Unchanged
web-problems-new = Checks it would fail
web-problems-gone = Checks it would mend
web-upload-wrong = The table cannot be used:
