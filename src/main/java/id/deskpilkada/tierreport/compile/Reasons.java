package id.deskpilkada.tierreport.compile;

import id.deskpilkada.election.Elections;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.compile.ReportSources.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells why figures of a version differ from those of the one before: which forms, reports and parts it is made of that the other was not. */
@Component
class Reasons {

    private static final int NAMED = 20;

    private final ReportSources sources;
    private final TierReportRows rows;
    private final Elections elections;
    private final Regions regions;

    Reasons(ReportSources sources, TierReportRows rows, Elections elections, Regions regions) {
        this.sources = sources;
        this.rows = rows;
        this.elections = elections;
        this.regions = regions;
    }

    Function<String, List<String>> since(TierReport before, Compiled now) {
        var old = sources.read(before.id());
        var forms = new java.util.HashMap<String, List<String>>();
        elections
                .races(elections.round(before.roundId()).electionId())
                .forEach(race -> forms.put(
                        "races[" + race.code() + "]",
                        sources(old, ReportSources.of(now), row -> row.isForm() && row.raceId() == race.id(), "C1")));
        var turnout = sources(old, ReportSources.of(now), row -> !row.isForm(), "Laporan");
        var parts = parts(before, now);
        return path -> {
            if (!parts.isEmpty()) {
                return parts;
            }
            if (path.startsWith("turnout")) {
                return turnout;
            }
            return forms.getOrDefault(path.substring(0, path.indexOf(']') + 1), List.of());
        };
    }

    private List<String> sources(
            List<Row> before, List<Row> now, java.util.function.Predicate<Row> chosen, String word) {
        Map<String, Row> old = before.stream().filter(chosen).collect(Collectors.toMap(Row::tps, Function.identity()));
        var why = new ArrayList<String>();
        now.stream().filter(chosen).forEach(row -> {
            var then = old.get(row.tps());
            if (then == null) {
                why.add(word + " " + station(row.tps()) + " masuk");
            } else if (then.version() != row.version()) {
                why.add(word + " " + station(row.tps()) + ": versi " + then.version() + " menjadi " + row.version());
            } else if (!then.equals(row)) {
                why.add(word + " " + station(row.tps()) + (row.counted() ? " selesai diperiksa" : " perlu dicek"));
            }
        });
        return shortened(why);
    }

    private List<String> parts(TierReport before, Compiled now) {
        Map<String, TierReport> old = sources.parts(before.id()).stream()
                .map(rows::get)
                .collect(Collectors.toMap(TierReport::area, Function.identity()));
        return shortened(now.parts().stream()
                .filter(part ->
                        old.get(part.area()) == null || old.get(part.area()).version() != part.version())
                .map(part -> "Kec. " + regions.name(part.area())
                        + (old.get(part.area()) == null
                                ? " masuk"
                                : ": versi " + old.get(part.area()).version() + " menjadi " + part.version()))
                .toList());
    }

    private static List<String> shortened(List<String> why) {
        if (why.size() <= NAMED) {
            return List.copyOf(why);
        }
        var some = new ArrayList<>(why.subList(0, NAMED));
        some.add("dan " + (why.size() - NAMED) + " lainnya");
        return some;
    }

    private String station(String tps) {
        return "TPS " + tps.substring(10) + " " + regions.name(tps.substring(0, 10));
    }
}
