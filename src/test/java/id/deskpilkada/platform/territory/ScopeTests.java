package id.deskpilkada.platform.territory;

import static id.deskpilkada.platform.territory.TwoDistricts.HERE;
import static id.deskpilkada.platform.territory.TwoDistricts.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.c1.C1Forms;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Photos;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.Staff;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Which territory the application names for a transaction, and what its services then see when nothing else holds them back. */
@WholeApplication
class ScopeTests {

    private static final Actor CAMAT = new Actor(7, "camat", "Camat", List.of(new Grant("camat", "36.04.05")));

    @Autowired
    Installation installation;

    @Autowired
    JdbcConnectionDetails application;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    FieldReports reports;

    @Autowired
    Photos photos;

    @Autowired
    C1Forms forms;

    @Autowired
    Staff staff;

    private TransactionTemplate another;

    @BeforeEach
    void fill() throws Exception {
        installation.empty();
        var districts = new TwoDistricts(installation, application);
        districts.fill(HERE);
        districts.fill(THERE);
        another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void aTransactionOfAPersonHasTheirDistricts() {
        var roles = List.of(
                new Grant("village-admin", "36.04.05.2002"),
                new Grant("tps-officer", "3604052002001"),
                new Grant("helpdesk", "36.04.17"));
        assertThat(as(new Actor(8, "siti", "Siti", roles), () -> within(this::setting)))
                .isEqualTo("360405,360417");
        assertThat(as(new Actor(9, "desk", "Desk", List.of(new Grant("desk", "36.04"))), () -> within(this::forms)))
                .isEqualTo(2);
        assertThat(as(new Actor(10, "baru", "Baru", List.of()), () -> within(this::forms)))
                .isZero();
    }

    @Test
    void whoeverNamesNothingSeesNothing() {
        assertThat(as(null, () -> within(this::forms))).isZero();
        assertThat(as(CAMAT, this::forms)).as("outside of a transaction").isZero();
    }

    @Test
    void theFormerTerritoryReturnsInsideARunningTransaction() {
        as(
                CAMAT,
                () -> within(() -> {
                    assertThat(forms()).isEqualTo(1);
                    assertThat(Scope.widened(List.of("3604172001001"), this::forms))
                            .isEqualTo(2);
                    assertThat(Scope.system("uji", () -> Scope.widened(List.of(THERE), this::setting)))
                            .isEqualTo("system");
                    assertThatThrownBy(() -> Scope.system("uji", () -> {
                                assertThat(forms()).isEqualTo(2);
                                throw new IllegalStateException("uji");
                            }))
                            .hasMessage("uji");
                    assertThat(setting()).isEqualTo(HERE);
                    assertThat(Scope.work()).isEmpty();
                    return forms();
                }));
    }

    @Test
    void anotherTransactionInsideHasTheTerritoryOfItsMoment() {
        as(
                CAMAT,
                () -> within(() -> {
                    assertThat(Scope.<Integer>system("uji", () -> another.execute(status -> forms())))
                            .isEqualTo(2);
                    assertThat(another.<String>execute(status -> setting())).isEqualTo(HERE);
                    return setting();
                }));
    }

    @Test
    void aFailedStatementIsToldAndNotHiddenByThePuttingBack() {
        assertThatThrownBy(() -> as(
                        CAMAT,
                        () -> within(() -> Scope.system("uji", () -> jdbc.sql("SELECT nothing FROM nowhere")
                                .query()
                                .singleValue()))))
                .hasCauseInstanceOf(BadSqlGrammarException.class);
        assertThat(as(CAMAT, () -> within(this::setting))).isEqualTo(HERE);
    }

    @Test
    void noPooledConnectionCarriesATerritoryOn() {
        for (int use = 0; use < 60; use++) {
            Scope.system("uji", () -> within(this::forms));
            assertThat(as(null, this::forms)).isZero();
        }
    }

    /** What a service would give out if its own check were missing. */
    @Test
    void servicesAreHeldBackByTheDatabaseAlone() {
        var there = id(THERE);
        assertThat(as(CAMAT, () -> reports.find(id(HERE)))).isPresent();
        assertThat(as(CAMAT, () -> reports.find(there))).isEmpty();
        assertThat(as(CAMAT, () -> reports.acknowledgement(there))).isEmpty();
        assertThat(as(CAMAT, () -> photos.stored(List.of(photo(HERE), photo(THERE)))))
                .isEqualTo(Set.of(photo(HERE)));
        assertThat(as(CAMAT, () -> forms.states(1, 1, "3604").keySet())).containsExactly(HERE + "2001001");
        assertThat(as(CAMAT, () -> forms.facts(1, "", "", 100))).hasSize(1);
    }

    /** Whether a photo is used elsewhere, and who somebody is, must not depend on who asks. */
    @Test
    void lookUpsThatDecideReachEverywhere() {
        assertThat(as(CAMAT, () -> photos.reportsNaming(photo(THERE)))).hasSize(1);
        assertThat(as(CAMAT, () -> staff.person("orang-" + THERE))).isPresent();
        assertThat(as(
                        CAMAT,
                        () -> within(() -> jdbc.sql("SELECT username FROM staff_member WHERE username LIKE 'orang%'")
                                .query(String.class)
                                .list())))
                .containsExactly("orang-" + HERE);
    }

    private static UUID id(String district) {
        var hex = DigestUtils.md5Hex(district);
        return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    private static String photo(String district) {
        return DigestUtils.sha256Hex(district);
    }

    private int forms() {
        return jdbc.sql("SELECT count(*) FROM c1_form").query(Integer.class).single();
    }

    private String setting() {
        return jdbc.sql("SELECT current_setting('desk.scope', true)")
                .query(String.class)
                .single();
    }

    private <T> T within(Supplier<T> body) {
        return transaction.execute(status -> body.get());
    }

    /** On a thread of its own, as a request would run. */
    private static <T> T as(Actor actor, Supplier<T> body) {
        return CompletableFuture.supplyAsync(() -> {
                    if (actor != null) {
                        SecurityContextHolder.getContext()
                                .setAuthentication(new TestingAuthenticationToken(actor, null));
                    }
                    try {
                        return body.get();
                    } finally {
                        SecurityContextHolder.clearContext();
                    }
                })
                .join();
    }
}
