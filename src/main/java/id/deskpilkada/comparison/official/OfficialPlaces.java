package id.deskpilkada.comparison.official;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks up the places of a file: another region's are left aside, one of ours that nobody knows is a fault. */
@Component
class OfficialPlaces {

    private final Regions regions;
    private final Elections elections;

    OfficialPlaces(Regions regions, Elections elections) {
        this.regions = regions;
        this.elections = elections;
    }

    OfficialCheck check(OfficialOrder order, OfficialSet set, ImportProblems problems) {
        var area = regions.installation().area();
        Set<String> stations = codes(order).stream().collect(Collectors.toSet());
        List<OfficialFigure> ours = new ArrayList<>();
        int outside = set.aside();
        for (var figure : set.figures()) {
            if (!figure.area().startsWith(area)) {
                outside++;
            } else if (known(figure, stations)) {
                ours.add(figure);
            } else {
                problems.add(unknown(figure));
            }
        }
        if (ours.isEmpty() && problems.isEmpty()) {
            throw Problem.unprocessable(
                    "OFFICIAL_NOTHING_HERE", regions.installation().name());
        }
        return new OfficialCheck(area, ours, outside);
    }

    /** The TPS of the round that vote on the race, by code. */
    List<String> codes(OfficialOrder order) {
        return elections.stations(order.round(), regions.installation().area()).stream()
                .map(StationRef::code)
                .filter(order.race()::covers)
                .toList();
    }

    private boolean known(OfficialFigure figure, Set<String> stations) {
        return figure.level().equals("TPS")
                ? stations.contains(figure.area())
                : regions.find(figure.area()).isPresent();
    }

    private static FieldProblem unknown(OfficialFigure figure) {
        var code = figure.level().equals("TPS") ? "OFFICIAL_UNKNOWN_TPS" : "OFFICIAL_UNKNOWN_REGION";
        var origin = figure.origin();
        return origin.row() == 0
                ? FieldProblem.field(origin.place(), figure.area(), code, figure.area())
                : FieldProblem.row(origin.row(), "code", figure.area(), code, figure.area());
    }
}
