package id.deskpilkada.tierreport.compile;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.compile.Snapshot.District;
import id.deskpilkada.tierreport.compile.Snapshot.Incident;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds up what the regencies of a province have sent and nothing else. Of races only those of the province: the candidates of one regency's race are not those of another's, though
 * both have number 1.
 */
@Component
class ProvinceCompiler {

    private static final int PROVINCE = 2;
    private static final int REGENCY = 4;

    private final Heading heading;
    private final Parts parts;
    private final Elections elections;
    private final Regions regions;
    private final JdbcClient jdbc;

    ProvinceCompiler(Heading heading, Parts parts, Elections elections, Regions regions, JdbcClient jdbc) {
        this.heading = heading;
        this.parts = parts;
        this.elections = elections;
        this.regions = regions;
        this.jdbc = jdbc;
    }

    private record Received(
            long id, String area, int version, String code, String digest, String snapshot, String statement) {

        Snapshot figures() {
            return CanonicalJson.read(snapshot, Snapshot.class);
        }
    }

    Compiled compile(Heading.About about) {
        var there = latest(about);
        var snapshots = there.values().stream().map(Received::figures).toList();
        return new Compiled(
                heading.of(
                        about,
                        snapshots.stream().mapToInt(Snapshot::stations).sum(),
                        reports(about.round().electionId(), snapshots),
                        parts.readiness(snapshots),
                        parts.voting(snapshots),
                        parts.turnout(snapshots),
                        snapshots.stream()
                                .flatMap(part -> part.situations().stream())
                                .filter(said -> Area.digits(said.code()).length() == REGENCY)
                                .toList(),
                        IncidentList.counted(incidents(snapshots)),
                        races(about.round().electionId(), snapshots),
                        districts(about.area(), there)),
                List.of(),
                List.of(),
                List.of());
    }

    /** Notes of which received reports a version is made, as it names them. */
    void trace(long report, Snapshot snapshot) {
        for (var part : snapshot.districts()) {
            jdbc.sql(
                            "INSERT INTO tier_report_received (report_id, received_id) SELECT ?, id FROM received_report WHERE area = ? AND code = ?")
                    .params(report, Area.digits(part.region().code()), part.report())
                    .update();
        }
    }

    /** Of the races of the province, what the received reports add up to that a version is made of. */
    List<Snapshot.Race> again(long report, long election) {
        var made = jdbc.sql(
                        """
                        SELECT r.id, r.area, r.version, r.code, r.digest, r.snapshot, r.statement FROM received_report r JOIN tier_report_received m ON m.received_id = r.id
                        WHERE m.report_id = ? ORDER BY r.area
                        """)
                .param(report)
                .query(Received.class)
                .list();
        return races(election, made.stream().map(Received::figures).toList());
    }

    private Map<String, Received> latest(Heading.About about) {
        return jdbc
                .sql(
                        """
                        SELECT DISTINCT ON (area) id, area, version, code, digest, snapshot, statement FROM received_report
                        WHERE election = ? AND round = ? AND slot = ? ORDER BY area, version DESC
                        """)
                .params(about.round().electionCode(), about.round().code(), about.slot())
                .query(Received.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Received::area, one -> one, (one, other) -> one, TreeMap::new));
    }

    private List<Snapshot.Reports> reports(long election, List<Snapshot> snapshots) {
        var own = own(election);
        return parts.reports(snapshots).stream()
                .filter(one -> one.race() == null || own.contains(one.race()))
                .toList();
    }

    private Set<String> own(long election) {
        return elections.races(election).stream()
                .filter(race -> Area.digits(race.regionCode()).length() == PROVINCE)
                .map(RaceRef::code)
                .collect(Collectors.toSet());
    }

    private List<Snapshot.Race> races(long election, List<Snapshot> snapshots) {
        var own = own(election);
        return parts.races(snapshots).stream()
                .filter(race -> own.contains(race.code()))
                .toList();
    }

    private static List<Incident> incidents(List<Snapshot> snapshots) {
        return snapshots.stream()
                .flatMap(part -> part.incidents().list().stream())
                .toList();
    }

    private List<District> districts(String province, Map<String, Received> there) {
        var all = new TreeSet<>(there.keySet());
        regions.children(Area.dotted(province)).stream().map(Region::area).forEach(all::add);
        jdbc.sql("SELECT area FROM tier_sender WHERE active")
                .query(String.class)
                .list()
                .forEach(all::add);
        return all.stream().map(area -> district(area, there.get(area))).toList();
    }

    private District district(String area, @Nullable Received report) {
        if (report == null) {
            return new District(heading.named(area), null, null, null, "MISSING", null);
        }
        var said = CanonicalJson.tree(report.statement());
        return new District(
                heading.named(area),
                report.code(),
                report.version(),
                report.digest(),
                said.hasNonNull("signer") ? "SEALED" : "AUTOMATIC",
                said.hasNonNull("remarks") ? said.path("remarks").asText() : null);
    }
}
