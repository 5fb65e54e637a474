package id.deskpilkada.dashboard;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where a reader of a page stands among the regions: which are theirs and the way down from the highest place they may see. */
@Component
public class PlaceTrail {

    private static final int VILLAGE_DIGITS = 10;

    private final Regions regions;

    PlaceTrail(Regions regions) {
        this.regions = regions;
    }

    /** A region on the way, by its dotted code. */
    public record Step(String code, String name) {}

    /** The regions at which somebody holds such a role, none inside another; a role at a TPS counts for none. */
    public List<Step> own(Permission permission, Actor actor) {
        return Actor.widest(actor.areas(permission)).stream()
                .filter(area -> area.length() <= VILLAGE_DIGITS)
                .map(area -> new Step(Area.dotted(area), regions.name(area)))
                .toList();
    }

    /** From the highest place that the reader may see down to the one shown. */
    public List<Step> to(String place, Permission permission, Actor actor) {
        var steps = new ArrayList<Step>();
        String area = Area.digits(place);
        for (int length : new int[] {2, 4, 6, VILLAGE_DIGITS}) {
            if (length <= area.length()) {
                String code = Area.dotted(area.substring(0, length));
                if (actor.may(permission, code)) {
                    regions.find(code).map(Region::name).ifPresent(name -> steps.add(new Step(code, name)));
                }
            }
        }
        return steps;
    }
}
