package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The place that somebody who looks at blank spots means: the named one, or else their own. */
@Component
class BlankSpotPlaces {

    private final Regions regions;

    BlankSpotPlaces(Regions regions) {
        this.regions = regions;
    }

    /** @throws Problem 403 {@code FORBIDDEN}, 404 {@code UNKNOWN_REGION} */
    String of(@Nullable String region, Actor actor) {
        if (region != null && !region.isBlank()) {
            return region.length() > 13 ? region : known(region.strip());
        }
        return Actor.widest(actor.areas(Permission.SEE_BLANK_SPOTS)).stream()
                .findFirst()
                .map(Area::dotted)
                .orElseThrow(() -> Problem.forbidden("FORBIDDEN"));
    }

    private String known(String region) {
        var digits = Area.digits(region);
        return digits.length() == 13 || digits.equals(regions.installation().area())
                ? region
                : regions.require(region).code();
    }
}
