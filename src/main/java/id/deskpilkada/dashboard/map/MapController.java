package id.deskpilkada.dashboard.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** GeoJSON for the map. Tags are weak, because an answer may come compressed or plain. */
@RestController
@RequestMapping(
        path = "/api/map",
        produces = {MapController.GEO_JSON, MediaType.APPLICATION_JSON_VALUE})
class MapController {

    static final String GEO_JSON = "application/geo+json";

    private final MapFeatures features;
    private final MapLayers layers;
    private final Regions regions;
    private final Elections elections;
    private final ObjectMapper json;

    MapController(MapFeatures features, MapLayers layers, Regions regions, Elections elections, ObjectMapper json) {
        this.features = features;
        this.layers = layers;
        this.regions = regions;
        this.elections = elections;
        this.json = json;
    }

    /** A region and its parts one level down, each with its outline or, without one, its centre. */
    @GetMapping("/areas")
    @Nullable
    ResponseEntity<byte[]> areas(
            @RequestParam(required = false) @Nullable String region, Actor actor, WebRequest request) {
        var place = place(region, actor);
        return answer(request, Integer.toHexString(features.version(place)), () -> bytes(features.areas(place)));
    }

    /** The polling stations of a round inside a region that have coordinates, each with its state in a layer ({@code readiness}, {@code risk} or {@code voting}). */
    @GetMapping("/stations")
    @Nullable
    ResponseEntity<byte[]> stations(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String layer,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor,
            WebRequest request) {
        var place = place(region, actor);
        byte[] body = bytes(features.stations(
                elections.round(election, round), place.area(), layers.named(layer, actor, place.code())));
        return answer(request, DigestUtils.md5DigestAsHex(body), () -> body);
    }

    private Region place(@Nullable String region, Actor actor) {
        return regions.asked(region, Permission.SEE_READINESS, actor);
    }

    private static @Nullable ResponseEntity<byte[]> answer(WebRequest request, String version, Supplier<byte[]> body) {
        var tag = "W/\"" + version + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.parseMediaType(GEO_JSON))
                .body(body.get());
    }

    private byte[] bytes(Features collection) {
        try {
            return json.writeValueAsBytes(collection);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
