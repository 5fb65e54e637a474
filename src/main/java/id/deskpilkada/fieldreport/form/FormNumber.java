package id.deskpilkada.fieldreport.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One number as someone typed it: a JSON number, or a string of digits as an HTML form sends it (leading zeros as in the boxes of the paper), or a blank.
 *
 * @param problem the code of what is wrong with it; null when it can be read
 */
record FormNumber(@Nullable Integer value, @Nullable String problem) {

    private static final FormNumber BLANK = new FormNumber(null, null);
    static final int LARGEST = 9_999_999;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NEGATIVE = Pattern.compile("[-−] ?[0-9]+");
    private static final Pattern FRACTION = Pattern.compile("[-−]?[0-9]+[.,][0-9]+");

    static FormNumber read(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return BLANK;
        }
        if (node.isTextual()) {
            return text(node.textValue().strip());
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? whole(node.longValue()) : wrong(sign(node));
        }
        return node.isNumber() ? decimal(node.doubleValue()) : wrong("WRONG_TYPE");
    }

    private static FormNumber text(String text) {
        if (text.isEmpty()) {
            return BLANK;
        }
        if (DIGITS.matcher(text).matches()) {
            var digits = text.replaceFirst("^0+(?=.)", "");
            return digits.length() > 7 ? wrong("TOO_LARGE") : whole(Long.parseLong(digits));
        }
        if (FRACTION.matcher(text).matches()) {
            return wrong("NOT_A_WHOLE_NUMBER");
        }
        return wrong(NEGATIVE.matcher(text).matches() ? "NEGATIVE" : "NOT_A_NUMBER");
    }

    private static FormNumber whole(long number) {
        if (number < 0) {
            return wrong("NEGATIVE");
        }
        return number > LARGEST ? wrong("TOO_LARGE") : new FormNumber((int) number, null);
    }

    /** JSON knows one kind of number: 12.0 is twelve. */
    private static FormNumber decimal(double number) {
        if (number != Math.rint(number)) {
            return wrong("NOT_A_WHOLE_NUMBER");
        }
        if (Math.abs(number) > LARGEST) {
            return wrong(number < 0 ? "NEGATIVE" : "TOO_LARGE");
        }
        return whole((long) number);
    }

    private static String sign(JsonNode huge) {
        return huge.bigIntegerValue().signum() < 0 ? "NEGATIVE" : "TOO_LARGE";
    }

    private static FormNumber wrong(String code) {
        return new FormNumber(null, code);
    }
}
