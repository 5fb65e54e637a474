package id.deskpilkada.fieldreport.signal;

import id.deskpilkada.region.Regions;
import org.springframework.stereotype.Component;

/** For the templates: what the place of a signal is called. */
@Component
public class SignalPlaces {

    private static final int VILLAGE = 10;

    private final Regions regions;

    SignalPlaces(Regions regions) {
        this.regions = regions;
    }

    /** @param area digits of a TPS or region */
    public String of(String area) {
        return area.length() > VILLAGE
                ? "TPS " + area.substring(VILLAGE) + " " + regions.name(area.substring(0, VILLAGE))
                : regions.name(area);
    }
}
