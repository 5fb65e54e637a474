package id.deskpilkada.region;

import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.document.Letterhead;
import id.deskpilkada.platform.document.LetterheadSource;
import org.springframework.stereotype.Component;

/** Documents bear the name of the region that the installation serves. */
@Component
class RegionLetterhead implements LetterheadSource {

    private final Regions regions;
    private final DeskSettings settings;

    RegionLetterhead(Regions regions, DeskSettings settings) {
        this.regions = regions;
        this.settings = settings;
    }

    @Override
    public Letterhead letterhead() {
        return new Letterhead(regions.installation().name(), settings.helpdeskNumber());
    }
}
