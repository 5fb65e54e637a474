package id.deskpilkada.incident.intake;

import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.incident.Duplicates;
import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.IncidentState;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What helps while somebody is still on the telephone: which place is meant, and whether it has been told already. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "incidents")
class TakeDownController {

    private static final int PLACES = 10;
    private static final int SUMMARY = 160;

    private final ToldPlaces told;
    private final Duplicates duplicates;
    private final IncidentPlaces places;
    private final Elections elections;
    private final Clock clock;

    TakeDownController(
            ToldPlaces told, Duplicates duplicates, IncidentPlaces places, Elections elections, Clock clock) {
        this.told = told;
        this.duplicates = duplicates;
        this.places = places;
        this.elections = elections;
        this.clock = clock;
    }

    record Places(List<ToldPlaces.Place> items) {}

    record Alike(
            long id,
            String number,
            IncidentCategory category,
            int severity,
            IncidentState state,
            String place,
            String summary,
            Instant reportedAt) {}

    record Known(List<Alike> items) {}

    @Operation(
            summary = "Polling stations and regions inside one's own area that the words may mean, the likeliest first")
    @GetMapping("/places")
    Places places(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        actor.require(Permission.REPORT_FOR_OTHERS);
        return new Places(told.find(elections.round(election, round), q, PLACES, actor));
    }

    @Operation(summary = "Open incidents of the last hour of this category in, around or within 500 m of a place")
    @GetMapping("/alike")
    Known alike(
            @RequestParam String place,
            @RequestParam IncidentCategory category,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        var area = Area.digits(place.strip());
        actor.require(Permission.REPORT_FOR_OTHERS, area);
        var about = elections.round(election, round);
        var station = elections.station(about, area).orElse(null);
        var found = duplicates.recent(
                about.id(),
                category,
                area,
                station == null ? null : station.lat(),
                station == null ? null : station.lng(),
                clock.instant());
        return new Known(found.stream()
                .filter(incident -> actor.may(Permission.REPORT_FOR_OTHERS, incident.area()))
                .map(this::alike)
                .toList());
    }

    private Alike alike(Incident incident) {
        var text = incident.description();
        return new Alike(
                incident.id(),
                incident.number(),
                incident.category(),
                incident.severity(),
                incident.state(),
                places.name(incident.area()),
                text.codePointCount(0, text.length()) <= SUMMARY
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, SUMMARY)) + "…",
                incident.reportedAt());
    }
}
