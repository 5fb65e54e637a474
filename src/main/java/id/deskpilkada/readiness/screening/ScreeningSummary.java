package id.deskpilkada.readiness.screening;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.readiness.screening.ScreeningRows.OfDistrict;
import id.deskpilkada.readiness.screening.Suppression.Cell;
import id.deskpilkada.region.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the screening of the regency stands, by district, in sums that show nobody: what stands for fewer than five people is withheld. */
@Service
class ScreeningSummary {

    private final ScreeningRows rows;
    private final Regions regions;
    private final DeskSettings settings;

    ScreeningSummary(ScreeningRows rows, Regions regions, DeskSettings settings) {
        this.rows = rows;
        this.regions = regions;
        this.settings = settings;
    }

    /**
     * One place.
     *
     * @param atRisk null where it is withheld, as are the two after it
     * @param followUpOpen referrals not followed up yet
     * @param insured those whose JKN is known to be active
     */
    record Line(
            String code,
            String name,
            long officers,
            long screened,
            @Nullable Long atRisk,
            @Nullable Long followUpOpen,
            @Nullable Long insured) {}

    /** @param withheldBelow what stands for fewer people is withheld, and what would let it be computed */
    record View(Line total, List<Line> districts, int withheldBelow) {}

    private record Counted(String area, long officers, long screened, long atRisk, long open, long insured) {

        static Counted of(String area, List<OfDistrict> officers) {
            return new Counted(
                    area,
                    officers.size(),
                    count(officers, screening -> true),
                    count(officers, Screening::atRisk),
                    count(officers, Screening::followUpOpen),
                    count(officers, screening -> Boolean.TRUE.equals(screening.insured())));
        }

        private static long count(List<OfDistrict> officers, java.util.function.Predicate<Screening> which) {
            return officers.stream()
                    .map(OfDistrict::screening)
                    .filter(screening -> screening != null && which.test(screening))
                    .count();
        }
    }

    /** @throws id.deskpilkada.platform.Problem 403 for whoever holds no such role at the regency */
    @Transactional(readOnly = true)
    View of(long electionId, Actor actor) {
        actor.require(Permission.READ_SCREENING_SUMMARY, settings.regency());
        var counted = rows.ofElection(electionId).stream()
                .collect(Collectors.groupingBy(OfDistrict::district, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(district -> Counted.of(district.getKey(), district.getValue()))
                .toList();
        var none = new boolean[counted.size()];
        var atRisk = Suppression.of(cells(counted, Counted::screened, Counted::atRisk), none, false);
        var open = Suppression.of(cells(counted, Counted::atRisk, Counted::open), atRisk.hidden(), true);
        var insured = Suppression.of(cells(counted, Counted::screened, Counted::insured), none, false);
        var lines = new ArrayList<Line>();
        for (int at = 0; at < counted.size(); at++) {
            lines.add(line(counted.get(at), atRisk.hidden()[at], open.hidden()[at], insured.hidden()[at]));
        }
        var total = line(
                sum(counted), atRisk.totalHidden(), atRisk.totalHidden() || open.totalHidden(), insured.totalHidden());
        return new View(total, lines, Suppression.FEWEST);
    }

    private static List<Cell> cells(
            List<Counted> counted, ToLongFunction<Counted> base, ToLongFunction<Counted> count) {
        return counted.stream()
                .map(row -> new Cell(base.applyAsLong(row), count.applyAsLong(row)))
                .toList();
    }

    private Counted sum(List<Counted> rows) {
        Function<ToLongFunction<Counted>, Long> sum =
                of -> rows.stream().mapToLong(of).sum();
        return new Counted(
                settings.area(),
                sum.apply(Counted::officers),
                sum.apply(Counted::screened),
                sum.apply(Counted::atRisk),
                sum.apply(Counted::open),
                sum.apply(Counted::insured));
    }

    private Line line(Counted row, boolean riskHidden, boolean openHidden, boolean insuredHidden) {
        return new Line(
                id.deskpilkada.platform.Area.dotted(row.area()),
                regions.name(row.area()),
                row.officers(),
                row.screened(),
                riskHidden ? null : row.atRisk(),
                openHidden ? null : row.open(),
                insuredHidden ? null : row.insured());
    }
}
