package id.deskpilkada.expectation;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which place a question about progress means when it names none. */
@Component
public class ProgressPlaces {

    private final Regions regions;

    ProgressPlaces(Regions regions) {
        this.regions = regions;
    }

    /** The named place, or else the whole installation, or else the first place of one's own. */
    public String place(@Nullable String region, Actor actor) {
        String wanted = filled(region);
        if (wanted != null) {
            return wanted;
        }
        String installation = regions.installation().code();
        return actor.covers(installation)
                ? installation
                : actor.areas().stream().sorted().findFirst().map(Area::dotted).orElse(installation);
    }

    /** Null for a parameter that was left empty. */
    public static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
