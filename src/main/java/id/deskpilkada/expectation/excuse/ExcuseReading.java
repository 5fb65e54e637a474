package id.deskpilkada.expectation.excuse;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.expectation.excuse.Excuse.State;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who let which report off, and why. */
@Service
public class ExcuseReading {

    private final ExcuseRows rows;
    private final Elections elections;
    private final Regions regions;
    private final Staff staff;

    ExcuseReading(ExcuseRows rows, Elections elections, Regions regions, Staff staff) {
        this.rows = rows;
        this.elections = elections;
        this.regions = regions;
        this.staff = staff;
    }

    /**
     * One page of the excuses of a place, the latest first, those taken back too.
     *
     * @throws id.deskpilkada.platform.Problem 403 {@code OUTSIDE_SCOPE}
     */
    @Transactional(readOnly = true)
    public Page<Excuse> of(
            RoundRef round,
            @Nullable ReportKind kind,
            @Nullable String slot,
            @Nullable RaceRef race,
            String region,
            Page.Window window,
            Actor actor) {
        actor.require(Permission.CALL_REPORTERS, region);
        var asked = new ExcuseRows.Asked(
                round.id(),
                kind,
                kind == ReportKind.C1 ? null : slot,
                race == null ? 0 : race.id(),
                Area.digits(region));
        return new Page<>(
                rows.page(asked, window.size(), window.offset()).stream()
                        .map(this::excuse)
                        .toList(),
                window.page(),
                window.size(),
                rows.count(asked));
    }

    private Excuse excuse(ExcuseRows.Row row) {
        var wave = row.wave();
        var withdrawer = row.withdrawnById();
        return new Excuse(
                row.id(),
                wave.kind().name(),
                wave.slot(),
                wave.raceId() == 0 ? null : elections.race(wave.raceId()).code(),
                row.tps(),
                "TPS %03d".formatted(new TpsCode(row.tps()).number()),
                regions.name(row.tps().substring(0, 10)),
                regions.name(wave.district()),
                row.reason(),
                staff.name(row.excusedById()),
                local(row.excusedAt()),
                state(row),
                withdrawer == null ? null : staff.name(withdrawer),
                row.withdrawnAt() == null ? null : local(row.withdrawnAt()),
                row.withdrawnReason());
    }

    private static State state(ExcuseRows.Row row) {
        if (row.withdrawnAt() != null) {
            return State.WITHDRAWN;
        }
        return "LATE".equals(row.state()) ? State.REPORTED : State.HOLDS;
    }

    private OffsetDateTime local(OffsetDateTime time) {
        return time.atZoneSameInstant(regions.zone()).toOffsetDateTime();
    }
}
