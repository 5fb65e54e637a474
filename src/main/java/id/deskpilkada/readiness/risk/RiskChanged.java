package id.deskpilkada.readiness.risk;

import java.util.List;

/**
 * What is known of the vulnerability of some places changed, and with it the classes of everything inside them.
 *
 * @param areas digits of regions or TPS, none inside another; one text without digits stands for the whole election
 */
public record RiskChanged(long electionId, List<String> areas) {

    public RiskChanged {
        areas = List.copyOf(areas);
    }
}
