package id.deskpilkada.dashboard.voting;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SampleBoundaries;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Changes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The middle of the day in the small election, as tables know it: all but the prison have opened, one late; in Margasana 2 somebody asks for attention, in Kramatwatu voting is
 * halted, in Baros a figure has to be checked.
 */
@Component
public class VotingDay {

    public static final String PASSWORD = "kata-sandi-uji";
    static final String SLOT = "10.00";

    private final Installation installation;
    private final SmallElection election;
    private final Elections elections;
    private final ExpectedReports expected;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private long round;
    private long reporter;
    private int seq;

    VotingDay(
            Installation installation,
            SmallElection election,
            Elections elections,
            ExpectedReports expected,
            Changes changes,
            TransactionTemplate transaction) {
        this.installation = installation;
        this.election = election;
        this.elections = elections;
        this.expected = expected;
        this.changes = changes;
        this.transaction = transaction;
    }

    public RoundRef begin(int port) {
        installation.empty();
        var started = election.withVoting();
        round = started.id();
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi,telepon
                siti,Siti Margasana,village-admin,36.04.05.2002,%1$s,0812 1111 2222
                camat,Camat Kramatwatu,camat,36.04.05,%1$s,
                bima,Bima,agency-bpbd,36.04,%1$s,
                lina,Lina KPU,liaison,36.04,%1$s,
                dewi,Dewi Desk,desk,36.04,%1$s,
                """
                        .formatted(PASSWORD));
        reporter = one("SELECT id FROM desk.staff_member WHERE username = 'siti'");
        new DeskClient(port, "admin", "rahasia-admin-uji")
                .upload("/api/imports/boundaries", "batas.geojson", SampleBoundaries.all());
        transaction.executeWithoutResult(status -> elections.slots(round).stream()
                .filter(slot -> slot.kind().equals("VOTING"))
                .forEach(slot -> expected.expect(started, ReportKind.VOTING, slot.slot(), null, slot.dueAt())));
        seq = 0;
        figures();
        return started;
    }

    private void figures() {
        station(SmallElection.MARGASANA_1, false, "CALM", false);
        station(SmallElection.MARGASANA_2, true, "ATTENTION", false);
        station(SmallElection.KRAMATWATU_1, false, "UNREST", true);
        station(SmallElection.BAROS_1, false, "CALM", false);
        report(SmallElection.MARGASANA_1, "07.30", 96, "CALM", null);
        report(SmallElection.MARGASANA_2, "07.30", 48, "CALM", null);
        report(SmallElection.KRAMATWATU_1, "07.30", 48, "CALM", null);
        report(SmallElection.MARGASANA_1, SLOT, 240, "CALM", null);
        report(SmallElection.MARGASANA_2, SLOT, 120, "ATTENTION", "Antrean panjang, kursi kurang");
        report(SmallElection.KRAMATWATU_1, SLOT, null, "UNREST", "Dua kelompok bersitegang");
        sql(
                "UPDATE desk.voting_state SET halted = true WHERE tps_code = ? AND slot = ?",
                SmallElection.KRAMATWATU_1,
                SLOT);
        report(SmallElection.BAROS_1, SLOT, 999, "CALM", null);
        sql("UPDATE desk.voting_state SET held = true WHERE tps_code = ?", SmallElection.BAROS_1);
        sql("UPDATE desk.voting_station SET held = true WHERE tps_code = ?", SmallElection.BAROS_1);
        sql(
                """
                INSERT INTO desk.situation (round_id, area, slot, seq, report_id, security, weather, power, remarks, reporter_id, observed_at, recorded_at)
                VALUES (?, '3604052002', ?, 1, ?, 'CALM', 'RAIN', 'OFF', 'Jalan tergenang', ?, now(), now())
                """,
                round,
                SLOT,
                UUID.randomUUID(),
                reporter);
    }

    private void station(String tps, boolean late, String security, boolean halted) {
        sql(
                """
                INSERT INTO desk.voting_station (round_id, tps_code, village_area, district_area, opened_at, opened_late, security, security_at, halted, halted_since, reported_at)
                VALUES (?, ?, ?, ?, now() - interval '3 hours', ?, ?, now() - interval '20 minutes', ?, ?, now())
                """,
                round,
                tps,
                tps.substring(0, 10),
                tps.substring(0, 6),
                late,
                security,
                halted,
                halted ? OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(5) : null);
    }

    /** What a report of a slot leaves behind, told to open pages. */
    void report(String tps, String slot, @Nullable Integer total, String security, @Nullable String remarks) {
        sql(
                """
                INSERT INTO desk.voting_state (round_id, tps_code, slot, village_area, district_area, version, total, security, queue, remarks, source, reporter_id, observed_at, recorded_at)
                VALUES (?, ?, ?, ?, ?, 1, ?, ?, 7, ?, 'APP', ?, now() - interval '10 minutes', now())
                """,
                round,
                tps,
                slot,
                tps.substring(0, 10),
                tps.substring(0, 6),
                total,
                security,
                remarks,
                reporter);
        sql(
                """
                INSERT INTO desk.voting_report (report_id, seq, round_id, tps_code, slot, version, total, security, with_remarks, below_earlier, source, reporter_id, entered_by_id,
                  observed_at, recorded_at)
                VALUES (?, ?, ?, ?, ?, 1, ?, ?, false, false, 'APP', ?, ?, now() - interval '10 minutes', now())
                """,
                UUID.randomUUID(),
                ++seq,
                round,
                tps,
                slot,
                total,
                security,
                reporter,
                reporter);
        transaction.executeWithoutResult(status -> {
            expected.received(round, ReportKind.VOTING, slot, 0, tps, Instant.now());
            changes.announce("voting", tps);
        });
    }

    DeskClient client(int port, String username) {
        return new DeskClient(port, username, PASSWORD);
    }

    private long one(String query) {
        return Objects.requireNonNull(installation.asOwner().queryForObject(query, Long.class));
    }

    private void sql(String statement, Object... parameters) {
        installation.asOwner().update(statement, parameters);
    }
}
