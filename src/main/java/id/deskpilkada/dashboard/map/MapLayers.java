package id.deskpilkada.dashboard.map;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The layers of the map; the first is shown when none is asked for. */
@Component
class MapLayers {

    private final List<MapLayer> layers;

    MapLayers(List<MapLayer> layers) {
        this.layers = List.copyOf(layers);
    }

    /** Those that somebody may see of a place. */
    List<MapLayer> of(Actor actor, String place) {
        return layers.stream()
                .filter(layer -> actor.may(layer.permission(), place))
                .toList();
    }

    /**
     * By its code or its name; without one the first that the reader may see.
     *
     * @throws Problem 403 {@code OUTSIDE_SCOPE}, 422 {@code UNKNOWN_LAYER}
     */
    MapLayer named(@Nullable String asked, Actor actor, String place) {
        if (asked == null || asked.isBlank()) {
            return of(actor, place).get(0);
        }
        var named = layers.stream()
                .filter(layer -> layer.code().equals(asked) || layer.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                        "UNKNOWN_LAYER",
                        asked,
                        layers.stream().map(MapLayer::name).collect(Collectors.joining(", "))));
        actor.require(named.permission(), place);
        return named;
    }
}
