package id.deskpilkada.dashboard.map;

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

    List<MapLayer> all() {
        return layers;
    }

    /** By its code or its name. @throws Problem 422 {@code UNKNOWN_LAYER} */
    MapLayer named(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return layers.get(0);
        }
        return layers.stream()
                .filter(layer -> layer.code().equals(asked) || layer.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                        "UNKNOWN_LAYER",
                        asked,
                        layers.stream().map(MapLayer::name).collect(Collectors.joining(", "))));
    }
}
