package id.deskpilkada.staff.keycloak;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.FirstSecrets;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.OneTimeWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** First secrets as temporary passwords of Keycloak, which asks for another at the first sign-in; sealed for it while the account is still to be made. */
@Component
@InKeycloakMode
class KeycloakFirstSecrets implements FirstSecrets {

    private static final String WORK = "first-secrets";

    private final TemporaryPasswords temporary;
    private final InitialPasswords waiting;
    private final AccountRows accounts;
    private final Staff staff;
    private final JdbcClient jdbc;
    private final SystemTransactions transactions;

    KeycloakFirstSecrets(
            TemporaryPasswords temporary,
            InitialPasswords waiting,
            AccountRows accounts,
            Staff staff,
            JdbcClient jdbc,
            SystemTransactions transactions) {
        this.temporary = temporary;
        this.waiting = waiting;
        this.accounts = accounts;
        this.staff = staff;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Map<Long, String> issue(Collection<Long> staffIds) {
        var settled = haveBeenHere(staffIds);
        var secrets = new HashMap<Long, String>();
        for (var id : staffIds) {
            if (!settled.contains(id)) {
                secrets.put(id, secret(id));
            }
        }
        return secrets;
    }

    private String secret(long id) {
        var password = OneTimeWords.next();
        return !made(id) && leave(id, password) ? password : temporary.offer(id).code();
    }

    private boolean made(long id) {
        return transactions.read(WORK, () -> accounts.subjectOf(id)).isPresent();
    }

    /** Whether it waits for the account; not when that was made in this moment. */
    private boolean leave(long id, String password) {
        var username = staff.person(id).orElseThrow().username();
        return !transactions
                .write(WORK, () -> waiting.prepare(Map.of(username, password)).give(Map.of(username, id)))
                .isEmpty();
    }

    /** Keycloak does not tell who has chosen a password; whoever has signed in has. */
    private Set<Long> haveBeenHere(Collection<Long> staffIds) {
        return new HashSet<>(transactions.read(WORK, () -> jdbc.sql(
                        "SELECT DISTINCT staff_id FROM audit_entry WHERE action = 'sign-in' AND staff_id IN (:ids)")
                .param("ids", staffIds.isEmpty() ? Set.of(0L) : Set.copyOf(staffIds))
                .query(Long.class)
                .list()));
    }
}
