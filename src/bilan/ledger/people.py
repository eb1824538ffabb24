"""Who may? Accounts, who is logged in, and tokens for programs: hashes only, and every change with who made it."""

from datetime import datetime, timedelta

from sqlalchemy import select, update

from bilan.errors import ConflictError
from bilan.ledger import accounts, sessions, tables, tokens
from bilan.ledger.door import Door
from bilan.ledger.engine import one_at_a_time
from bilan.ledger.people_records import AccountRow, Role, TokenRow, account_row, folded

_IT = tables.account.c


class People:
    """Accounts, sessions and tokens through the ledger's door; `by` is who asks, the account's owner where nobody is named."""

    def __init__(self, door: Door) -> None:
        self._door = door

    # Accounts

    def add(
        self, name: str, role: Role, now: datetime, password_hash: str | None = None, subject: str | None = None, by: str = ""
    ) -> AccountRow:
        """Make an account; UsageError where the name cannot be one, ConflictError where name or subject is taken."""
        given = {"name": name, "role": role, "password": password_hash, "subject": subject}
        with self._door.write() as connection:
            return accounts.add(connection, given, now, by)

    def account(self, name: str) -> AccountRow | None:
        """The account of a name, or None."""
        with self._door.read() as connection:
            return accounts.one(connection, _IT.name == folded(name))

    def find(self, name: str) -> AccountRow:
        """The account of a name; UsageError where there is none."""
        with self._door.read() as connection:
            return accounts.found(connection, name)

    def by_subject(self, subject: str) -> AccountRow | None:
        """The account of somebody whom a provider of log-ins names, as issuer|subject, or None."""
        with self._door.read() as connection:
            return accounts.one(connection, _IT.subject == subject)

    def accounts(self) -> list[AccountRow]:
        """Every account, by name."""
        with self._door.read() as connection:
            return [account_row(row) for row in connection.execute(select(tables.account).order_by(_IT.name))]

    def set_role(self, name: str, role: Role, now: datetime, by: str = "") -> AccountRow:
        """Give an account a role, at once also for who is logged in; ConflictError for the last admin."""
        with self._door.write() as connection:
            one_at_a_time(connection, "account")
            return accounts.set_role(connection, name, role, now, by)

    def set_password(self, name: str, password_hash: str, now: datetime, by: str = "") -> AccountRow:
        """Give an account a password and end its sessions; it is locked no more."""
        with self._door.write() as connection:
            return accounts.set_password(connection, name, password_hash, now, by)

    def rehash(self, account: AccountRow, password_hash: str) -> AccountRow:
        """Keep the same password under a newer hash, unless another was set meanwhile; no session ends."""
        same = (_IT.id == account.id) & (_IT.password == account.password)
        with self._door.write() as connection:
            connection.execute(update(tables.account).where(same).values(password=password_hash))
            return accounts.found(connection, account.name)

    def disable(self, name: str, now: datetime, by: str = "") -> AccountRow:
        """Let an account do nothing any more: sessions end, tokens do not work; ConflictError for the last admin."""
        with self._door.write() as connection:
            one_at_a_time(connection, "account")
            return accounts.disable(connection, name, now, by)

    def enable(self, name: str, now: datetime, by: str = "") -> AccountRow:
        """Let an account that was disabled or is locked in again; tokens neither revoked nor past their end work again."""
        with self._door.write() as connection:
            return accounts.enable(connection, name, now, by)

    # Logging in

    def failed(self, name: str, now: datetime) -> datetime | None:
        """Count a wrong password; until when the account is locked, None where it is not, or there is none."""
        with self._door.write() as connection:
            return accounts.failed(connection, name, now)

    def succeeded(self, name: str, now: datetime) -> AccountRow | None:
        """Take a log-in whose password fits; None where it must be refused all the same: unknown, disabled, or locked meanwhile."""
        with self._door.write() as connection:
            return accounts.succeeded(connection, name, now)

    def open_session(self, account: AccountRow, sha256: str, now: datetime, idle: timedelta, longest: timedelta) -> None:
        """Begin a session under the SHA-256 of its secret; ConflictError where the account was disabled or got another password meanwhile."""
        with self._door.write() as connection:
            if accounts.fresh(connection, account).password != account.password:
                raise ConflictError(f"account {account.name}", "has just got another password", "log in again")
            sessions.begin(connection, account, sha256, now, (idle, longest))

    def session(self, sha256: str, now: datetime, idle: timedelta, *, used: bool = True) -> AccountRow | None:
        """Who is logged in with a session; None where it is unknown, over, unused for too long, or the account disabled.

        It lives on for being asked after only where it is `used`.
        """
        with self._door.read() as connection:
            found = sessions.find(connection, sha256, now, idle)
        if found is not None and found[1] and used:
            with self._door.write() as connection:
                sessions.renew(connection, sha256, now)
        return found[0] if found else None

    def close_session(self, sha256: str, now: datetime) -> bool:
        """Log out; False where nobody was logged in with that session."""
        with self._door.write() as connection:
            account = sessions.close(connection, sha256)
            if account is not None:
                accounts.note(connection, account, now, "", (account.state, "logout"))
            return account is not None

    def close_sessions(self, account: AccountRow, now: datetime, by: str = "") -> int:
        """Log an account out everywhere; from how many sessions."""
        with self._door.write() as connection:
            ended = sessions.end(connection, account)
            if ended:
                accounts.note(connection, account, now, by, (account.state, f"logout, sessions ended: {ended}"))
            return ended

    # Tokens

    def make_token(  # noqa: PLR0913  what a token is made of
        self, account: AccountRow, name: str, sha256: str, role: Role, now: datetime, expires_at: datetime, *, by: str = ""
    ) -> TokenRow:
        """Keep a token by the SHA-256 of its secret; UsageError where its role is above its account's or its end too far away."""
        given = {"name": name, "sha256": sha256, "role": role, "expires_at": expires_at}
        with self._door.write() as connection:
            owner = accounts.fresh(connection, account)
            token = tokens.make(connection, owner, given, now)
            told = f"token {token.id} '{token.name}' made: {role} until {expires_at.isoformat()}"
            accounts.note(connection, owner, now, by, (owner.state, told))
            return token

    def tokens(self, account: AccountRow) -> list[TokenRow]:
        """Every token an account ever had, oldest first."""
        with self._door.read() as connection:
            return tokens.rows(connection, tables.token.c.account_id == account.id)

    def token(self, sha256: str, now: datetime) -> tuple[AccountRow, Role] | None:
        """Whose token it is, and what it may do: never more than its account; None where it does not work."""
        with self._door.read() as connection:
            found = tokens.find(connection, sha256, now)
        if found is None:
            return None
        if found[2]:
            with self._door.write() as connection:
                tokens.use(connection, sha256, now)
        return found[0], found[1]

    def revoke_token(self, number: int, account: AccountRow | None, now: datetime, by: str = "") -> bool:
        """Let a token work no more, whoever's it is or only where it is that account's; False where that was so already."""
        with self._door.write() as connection:
            token, new = tokens.revoke(connection, number, account, now)
            if new:
                owner = accounts.found(connection, token.account)
                accounts.note(connection, owner, now, by, (owner.state, f"token {token.id} '{token.name}' revoked"))
            return new
