package id.deskpilkada.readiness.risk;

import id.deskpilkada.platform.Messages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that makes a place vulnerable.
 *
 * @param variable code of a known variable, or its name as the installation writes it
 * @param weight 1 (light) to 5 (grave)
 * @param owner code of the agency that deals with it, or {@code desk}
 * @param active whether it still counts; risks that name it stay
 */
public record RiskIndicator(
        String code,
        String setName,
        String variable,
        String label,
        @Nullable String labelEn,
        int weight,
        String owner,
        boolean active) {

    /** In the reader's language; Indonesian where there is no translation. */
    public String text() {
        return labelEn != null && Messages.locale().equals(Locale.ENGLISH) ? labelEn : label;
    }
}
