package id.deskpilkada.readiness.risk;

import id.deskpilkada.platform.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The indicators of this installation, in their order. */
@Component
public class RiskIndicators {

    /** Owner of what no agency deals with: the desk itself, by visits. */
    public static final String DESK = "desk";

    /** Variables that have a name in the message bundles: Bawaslu's eight, and one for each of the desk's own. */
    static final List<String> VARIABLES = List.of(
            "VOTING_RIGHTS",
            "SECURITY",
            "MONEY_POLITICS",
            "SARA",
            "NEUTRALITY",
            "LOGISTICS",
            "LOCATION",
            "POWER_INTERNET",
            "FLOOD",
            "BLANK_SPOT",
            "REMOTE",
            "CONFLICT");

    private final JdbcClient jdbc;
    private final Messages messages;

    RiskIndicators(JdbcClient jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    public List<RiskIndicator> all() {
        return jdbc.sql(
                        "SELECT code, set_name, variable, label, label_en, weight, owner, active FROM risk_indicator ORDER BY position, code")
                .query(RiskIndicator.class)
                .list();
    }

    public Map<String, RiskIndicator> byCode() {
        return all().stream().collect(Collectors.toMap(RiskIndicator::code, indicator -> indicator));
    }

    /** By everything that a file may call them: code and both names, in lower case. */
    Map<String, RiskIndicator> byWord() {
        var words = new HashMap<String, RiskIndicator>();
        for (var indicator : all()) {
            words.put(indicator.code().toLowerCase(Locale.ROOT), indicator);
            words.putIfAbsent(indicator.label().toLowerCase(Locale.ROOT), indicator);
            if (indicator.labelEn() != null) {
                words.putIfAbsent(indicator.labelEn().toLowerCase(Locale.ROOT), indicator);
            }
        }
        return words;
    }

    /** The variables in use, in the order of their indicators. */
    public List<String> variables() {
        return all().stream().map(RiskIndicator::variable).distinct().toList();
    }

    /** Who deals with any of them, by code. */
    public Set<String> owners() {
        return all().stream().map(RiskIndicator::owner).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The name of a variable on screen. */
    public String variableName(String variable) {
        return VARIABLES.contains(variable) ? messages.text("risk.variable." + variable) : variable;
    }

    /** The name of an owner on screen. */
    public String ownerName(String owner) {
        var key = "risk.owner." + owner;
        var known = messages.text(key);
        return known.equals(key) ? owner.toUpperCase(Locale.ROOT) : known;
    }
}
