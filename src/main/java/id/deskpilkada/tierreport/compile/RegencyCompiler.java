package id.deskpilkada.tierreport.compile;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Area;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.TierStates;
import id.deskpilkada.tierreport.compile.Snapshot.District;
import id.deskpilkada.tierreport.compile.Snapshot.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Adds up the frozen reports of the districts and nothing else, so that a regency's totals are theirs to the last vote. */
@Component
class RegencyCompiler {

    private final Heading heading;
    private final Parts parts;
    private final TierReportRows rows;
    private final TierStates states;
    private final Elections elections;
    private final IncidentList incidents;

    RegencyCompiler(
            Heading heading,
            Parts parts,
            TierReportRows rows,
            TierStates states,
            Elections elections,
            IncidentList incidents) {
        this.heading = heading;
        this.parts = parts;
        this.rows = rows;
        this.states = states;
        this.elections = elections;
        this.incidents = incidents;
    }

    Compiled compile(Heading.About about) {
        var round = about.round();
        Map<String, TierReport> there = rows.latestOfDistricts(round.id(), about.slot()).stream()
                .collect(Collectors.toMap(TierReport::area, Function.identity()));
        var snapshots = there.values().stream()
                .sorted(Comparator.comparing(TierReport::area))
                .map(part -> CanonicalJson.read(rows.snapshot(part.id()), Snapshot.class))
                .toList();
        var districts = elections.districts(round).stream()
                .map(area -> district(area, there))
                .toList();
        return new Compiled(
                heading.of(
                        about,
                        snapshots.stream().mapToInt(Snapshot::stations).sum(),
                        parts.reports(snapshots),
                        parts.readiness(snapshots),
                        parts.voting(snapshots),
                        parts.turnout(snapshots),
                        snapshots.stream()
                                .flatMap(part -> part.situations().stream())
                                .filter(said -> Area.digits(said.code()).length() == 6)
                                .toList(),
                        IncidentList.counted(all(about, snapshots)),
                        parts.races(snapshots),
                        districts),
                List.of(),
                List.of(),
                List.copyOf(there.values()));
    }

    private List<Incident> all(Heading.About about, List<Snapshot> snapshots) {
        var all = new ArrayList<>(incidents.ofTheWhole(about.round().id(), about.area()));
        snapshots.forEach(part -> all.addAll(part.incidents().list()));
        return all;
    }

    private District district(String area, Map<String, TierReport> there) {
        var report = there.get(area);
        return report == null
                ? new District(heading.named(area), null, null, null, "MISSING", null)
                : new District(
                        heading.named(area),
                        report.code(),
                        report.version(),
                        report.digest(),
                        states.toTheTierAbove(report),
                        states.remarks(report.id()));
    }
}
