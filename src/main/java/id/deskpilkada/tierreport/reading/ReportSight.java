package id.deskpilkada.tierreport.reading;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Change;
import id.deskpilkada.tierreport.compile.Snapshot;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What of a report somebody may see. Call it in a transaction of the reader's. */
@Component
@EnableConfigurationProperties(ReportSettings.class)
public class ReportSight {

    private static final Pattern VOTES = Pattern.compile("races\\[[^]]*]\\.by(Received|Verified)\\b.*");

    private final TierReportRows rows;
    private final ReportSettings settings;

    ReportSight(TierReportRows rows, ReportSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * A report that the reader may see, with or without its votes.
     *
     * @throws Problem 403 {@code FORBIDDEN} for who reads no reports at all, 404 {@code UNKNOWN_TIER_REPORT} for one outside their area
     */
    public TierReport seen(long id, Actor reader) {
        reader.require(Permission.READ_TIER_REPORTS);
        var report = rows.get(id);
        require(report, reader);
        return report;
    }

    private static void require(TierReport report, Actor reader) {
        reader.require(Permission.READ_TIER_REPORTS);
        if (!reader.may(Permission.READ_TIER_REPORTS, report.area())) {
            throw Problem.notFound("UNKNOWN_TIER_REPORT");
        }
    }

    /** The figures as the reader may know them. @throws Problem as {@link #seen} */
    public Snapshot of(TierReport report, Actor reader) {
        require(report, reader);
        var snapshot = CanonicalJson.read(rows.snapshot(report.id()), Snapshot.class);
        return withholdsVotes(report, reader) ? snapshot.withheld() : snapshot;
    }

    /** What is not as in the version before, as the reader may know it. @throws Problem as {@link #seen} */
    public List<Change> changes(TierReport report, Actor reader) {
        require(report, reader);
        var all = List.of(CanonicalJson.read(rows.changes(report.id()), Change[].class));
        return withholdsVotes(report, reader)
                ? all.stream()
                        .filter(change -> !VOTES.matcher(change.what()).matches())
                        .toList()
                : all;
    }

    /** Whoever may still type one of its forms again must not know what is on them; nor may whoever has no need of votes, or is named in the settings. */
    public boolean withholdsVotes(TierReport report, Actor reader) {
        return !reader.may(Permission.READ_VOTES, report.area())
                || settings.withoutVotes().contains(reader.username())
                || reader.areas(Permission.VERIFY_C1).stream().anyMatch(own -> reaches(own, report));
    }

    private static boolean reaches(String own, TierReport report) {
        return report.area().startsWith(own) || report.level() == TierLevel.DISTRICT && own.startsWith(report.area());
    }

    /** @throws Problem 403 {@code VOTES_WITHHELD}: what cannot be shown without its votes is not shown */
    public void requireVotes(TierReport report, Actor reader) {
        if (withholdsVotes(report, reader)) {
            throw Problem.forbidden("VOTES_WITHHELD");
        }
    }
}
