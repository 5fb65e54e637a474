package id.deskpilkada.staff.enrolment;

import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Role;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.FirstPasswords;
import id.deskpilkada.staff.signin.Secrets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens a fresh installation: while nobody is on the staff list, the person named by the settings becomes its administrator. */
@Component
@EnableConfigurationProperties(FirstAdministrator.AdminSettings.class)
public class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final long LOCK = 3_604_001;
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final AdminSettings settings;
    private final DeskSettings desk;
    private final Staff staff;
    private final Secrets secrets;
    private final FirstPasswords firstPasswords;
    private final JdbcClient jdbc;
    private final SystemTransactions transactions;

    FirstAdministrator(
            AdminSettings settings,
            DeskSettings desk,
            Staff staff,
            Secrets secrets,
            FirstPasswords firstPasswords,
            JdbcClient jdbc,
            SystemTransactions transactions) {
        this.settings = settings;
        this.desk = desk;
        this.staff = staff;
        this.secrets = secrets;
        this.firstPasswords = firstPasswords;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        create();
    }

    /** Does nothing once anybody is on the staff list. Nodes that start at the same moment wait for each other. */
    public void create() {
        transactions.write("first-administrator", this::createIfEmpty);
    }

    private void createIfEmpty() {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Integer.class)
                .single();
        if (!staff.isEmpty()) {
            return;
        }
        var grants = Stream.of(Role.IT_ADMIN, Role.DESK, Role.SUPERVISOR)
                .map(role -> new Grant(role.code(), desk.regency()))
                .toList();
        staff.enrol(List.of(Person.enrolled(settings.username(), "Administrator", grants)));
        var id = staff.person(settings.username()).orElseThrow().id();
        var password = password();
        secrets.choose(id, password);
        firstPasswords.prepare(Map.of(settings.username(), password)).give(Map.of(settings.username(), id));
    }

    private String password() {
        if (!settings.password().isBlank()) {
            return settings.password();
        }
        var password = new SecureRandom()
                .ints(20, 0, ALPHABET.length())
                .mapToObj(at -> ALPHABET.substring(at, at + 1))
                .reduce("", String::concat);
        log.warn("Kata sandi pertama untuk \"{}\" (hanya ditampilkan sekali ini): {}", settings.username(), password);
        return password;
    }

    /** @param password blank lets start-up make one up and print it once */
    @ConfigurationProperties("desk.admin")
    record AdminSettings(@DefaultValue("admin") String username, @DefaultValue("") String password) {}
}
