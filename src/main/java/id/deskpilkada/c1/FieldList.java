package id.deskpilkada.c1;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The forms a person reports, what waits for them first. */
@Component
@Transactional(readOnly = true)
class FieldList {

    private static final int PER_PAGE = 60;

    private final Elections elections;
    private final Regions regions;
    private final C1FormRepository forms;
    private final JdbcClient jdbc;

    FieldList(Elections elections, Regions regions, C1FormRepository forms, JdbcClient jdbc) {
        this.elections = elections;
        this.regions = regions;
        this.forms = forms;
        this.jdbc = jdbc;
    }

    /** How a form stands for its reporter; in the order in which they wait. */
    enum Standing {
        PHOTO_REJECTED(true, "bad"),
        MISSING(true, "warn"),
        PHOTO_MISSING(true, "warn"),
        CHECKED(false, "info"),
        RECEIVED(false, "info"),
        DONE(false, "ok");

        private final boolean waits;
        private final String badge;

        Standing(boolean waits, String badge) {
            this.waits = waits;
            this.badge = badge;
        }

        /** Whether the reporter has something to do. */
        public boolean waits() {
            return waits;
        }

        /** Ending of the badge's style class. */
        public String badge() {
            return badge;
        }

        /** Key of its name in the bundles. */
        public String label() {
            return "c1.page.standing." + name();
        }
    }

    record Row(StationRef station, String village, RaceRef race, Standing standing) {}

    record Listing(Page<Row> page, Map<Standing, Integer> counts, int waiting) {

        public boolean more() {
            return (long) (page.page() + 1) * page.size() < page.total();
        }
    }

    /** The places whose forms this person may report, as digits. */
    static Set<String> areas(Actor actor) {
        var areas = new TreeSet<>(actor.areas(Permission.REPORT));
        areas.addAll(actor.areas(Permission.REPORT_FOR_OTHERS));
        return new TreeSet<>(Actor.widest(areas));
    }

    static boolean mayReport(Actor actor, String tps) {
        return actor.may(Permission.REPORT, tps) || actor.may(Permission.REPORT_FOR_OTHERS, tps);
    }

    Listing of(RoundRef round, Set<String> areas, @Nullable String race, int page) {
        var rows = new ArrayList<Row>();
        for (var area : areas) {
            var stations = elections.stations(round, area);
            for (var voted : elections.races(round.electionId())) {
                if (race == null || race.equals(voted.code())) {
                    rows.addAll(rows(round, voted, area, stations));
                }
            }
        }
        rows.sort(Comparator.comparing(Row::standing)
                .thenComparing(row -> row.station().code())
                .thenComparing(row -> row.race().id()));
        var counts = new LinkedHashMap<Standing, Integer>();
        rows.forEach(row -> counts.merge(row.standing(), 1, Integer::sum));
        var from = Math.min(Math.max(page, 0) * PER_PAGE, rows.size());
        var shown = List.copyOf(rows.subList(from, Math.min(from + PER_PAGE, rows.size())));
        var waiting = (int) rows.stream().filter(row -> row.standing().waits()).count();
        return new Listing(new Page<>(shown, Math.max(page, 0), PER_PAGE, rows.size()), counts, waiting);
    }

    private List<Row> rows(RoundRef round, RaceRef race, String area, List<StationRef> stations) {
        var known = new HashMap<String, C1Form>();
        forms.inside(round.id(), race.id(), area).forEach(form -> known.put(form.tps(), form));
        var photographed = photographed(round, race, area);
        var villages = stations.stream()
                .map(StationRef::villageArea)
                .distinct()
                .collect(Collectors.toMap(village -> village, regions::name));
        return stations.stream()
                .filter(station -> race.covers(station.code()))
                .map(station -> new Row(
                        station,
                        villages.getOrDefault(station.villageArea(), ""),
                        race,
                        standing(known.get(station.code()), photographed.contains(station.code()))))
                .toList();
    }

    static Standing standing(@Nullable C1Form form, boolean photographed) {
        if (form == null) {
            return Standing.MISSING;
        }
        return switch (form.state()) {
            case PHOTO_REJECTED -> Standing.PHOTO_REJECTED;
            case VERIFIED, VERIFIED_WITH_NOTES -> Standing.DONE;
            default -> {
                if (!photographed) {
                    yield Standing.PHOTO_MISSING;
                }
                yield form.held() ? Standing.CHECKED : Standing.RECEIVED;
            }
        };
    }

    private Set<String> photographed(RoundRef round, RaceRef race, String area) {
        return Set.copyOf(jdbc.sql(
                        """
                        SELECT DISTINCT c.tps_code FROM c1_photo c JOIN photo p USING (sha256)
                        WHERE c.round_id = ? AND c.race_id = ? AND starts_with(c.tps_code, ?) AND NOT c.rejected
                        """)
                .params(round.id(), race.id(), area)
                .query(String.class)
                .list());
    }
}
