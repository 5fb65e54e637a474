package id.deskpilkada.dashboard.incident;

import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.board.IncidentBoard;
import id.deskpilkada.incident.board.IncidentBoard.Spot;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents for the map, as GeoJSON. */
@RestController
@Tag(name = "incidents")
class PointsController {

    private final IncidentBoard board;
    private final BoardViews views;
    private final IncidentPlaces places;
    private final Messages messages;

    PointsController(IncidentBoard board, BoardViews views, IncidentPlaces places, Messages messages) {
        this.board = board;
        this.views = views;
        this.places = places;
        this.messages = messages;
    }

    /** A GeoJSON FeatureCollection. */
    record Points(String type, List<Point> features) {}

    record Point(String type, String id, Properties properties, Geometry geometry) {}

    /** @param coordinates longitude, latitude */
    record Geometry(String type, List<Double> coordinates) {}

    /** @param doubtful whether it cannot lie where it was told to */
    record Properties(
            String number,
            String name,
            String place,
            String category,
            int severity,
            String stage,
            boolean late,
            boolean doubtful,
            String url) {}

    @Operation(
            summary =
                    "Incidents with a location inside one's own area, the gravest 1,000, filtered as the board /desk/kejadian is")
    @GetMapping(
            path = "/api/map/incidents",
            produces = {"application/geo+json", "application/json"})
    Points points(
            @RequestParam(defaultValue = "") String tahap,
            @RequestParam(defaultValue = "0") int tingkat,
            @RequestParam(defaultValue = "") String jenis,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String hanya,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String election,
            @RequestParam(defaultValue = "") String round,
            Actor actor) {
        var asked = new BoardAddress(tahap, tingkat, jenis, region, hanya, q, election, round, "", 0);
        return new Points(
                "FeatureCollection",
                board.spots(views.question(asked, actor), actor).stream()
                        .map(this::point)
                        .toList());
    }

    private Point point(Spot spot) {
        var number = "K-" + spot.id();
        var place = places.name(spot.area());
        var name = number + " " + messages.text("incident.category." + spot.category()) + ", " + place + ": "
                + messages.text("incident.severity." + spot.severity())
                + (spot.doubtful() ? ", " + messages.text("board.doubtful") : "");
        return new Point(
                "Feature",
                number,
                new Properties(
                        number,
                        name,
                        place,
                        spot.category().name(),
                        spot.severity(),
                        spot.stage().name(),
                        spot.late(),
                        spot.doubtful(),
                        "/desk/kejadian/" + spot.id()),
                new Geometry("Point", List.of(spot.lng(), spot.lat())));
    }
}
