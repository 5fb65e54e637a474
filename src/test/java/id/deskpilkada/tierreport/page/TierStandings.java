package id.deskpilkada.tierreport.page;

import id.deskpilkada.Installation;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.Capacity;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.seal.Approval;
import id.deskpilkada.tierreport.seal.Seals;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Brings reports into the states in which pages have to show them, without the processes that lead there. */
@Component
public class TierStandings {

    private final TierDay day;
    private final Installation installation;
    private final SystemTransactions transactions;
    private final TierReportRows rows;
    private final Seals seals;
    private final Staff staff;

    TierStandings(
            TierDay day,
            Installation installation,
            SystemTransactions transactions,
            TierReportRows rows,
            Seals seals,
            Staff staff) {
        this.day = day;
        this.installation = installation;
        this.transactions = transactions;
        this.rows = rows;
        this.seals = seals;
        this.staff = staff;
    }

    /** @param ago how long it has been due */
    public void stand(String slot, String area, String state, Duration ago) {
        installation
                .asOwner()
                .update(
                        """
                        INSERT INTO desk.tier_case (round_id, slot, area, level, state, due_at) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (round_id, slot, area) DO UPDATE SET state = excluded.state, due_at = excluded.due_at
                        """,
                        day.round().id(),
                        slot,
                        area,
                        area.length() == TierDay.REGENCY.length() ? "REGENCY" : "DISTRICT",
                        state,
                        Instant.now().minus(ago).atOffset(ZoneOffset.UTC));
    }

    public void sealed(TierReport report, String username) {
        var person = staff.person(username).orElseThrow();
        var approval = new Approval(
                person.id(),
                person.name(),
                "Camat",
                "Pembina (IV/a)",
                "197001012000031001",
                Capacity.DEFINITIVE,
                null,
                "Catatan camat",
                "PASSWORD");
        transactions.write("test", () -> seals.settle(report, approval));
    }

    public void approved(TierReport report, String username) {
        sealed(report, username);
    }

    public void automatic(TierReport report) {
        transactions.write("test", () -> seals.settle(report, null));
    }

    public void returned(TierReport report, String reason) {
        var desk = staff.person("desk").orElseThrow().id();
        transactions.write("test", () -> {
            rows.step(report.id(), "RETURNED", reason, desk);
            return report;
        });
    }
}
