package id.deskpilkada.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What makes this installation this installation.
 *
 * @param regency code of the region that the installation serves: a regency ({@code 36.04}) or, one tier up, a province ({@code 36})
 * @param dataDir where the embedded database keeps its files
 * @param helpdeskNumber telephone number of the Diskominfo help desk, shown on every page
 */
@ConfigurationProperties("desk")
public record DeskSettings(
        @DefaultValue("36.04") String regency,
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("") String helpdeskNumber) {

    /** The installation's region as digits. */
    public String area() {
        return Area.digits(regency);
    }
}
