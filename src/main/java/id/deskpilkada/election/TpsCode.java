package id.deskpilkada.election;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A polling station's code: the village code without dots and a three-digit number, 13 digits in all.
 *
 * @throws IllegalArgumentException for any other form
 */
public record TpsCode(String value) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{13}");

    public TpsCode {
        if (!DIGITS.matcher(value).matches() || value.endsWith("000")) {
            throw new IllegalArgumentException("not a TPS code: " + value);
        }
    }

    /** Empty when the text is not 13 digits with a number above 0. */
    public static Optional<TpsCode> parse(String text) {
        return DIGITS.matcher(text).matches() && !text.endsWith("000")
                ? Optional.of(new TpsCode(text))
                : Optional.empty();
    }

    /** @param number 1 to 999 */
    public static TpsCode of(String villageArea, int number) {
        return new TpsCode(villageArea + "%03d".formatted(number));
    }

    /** The village as digits. */
    public String villageArea() {
        return value.substring(0, 10);
    }

    /** The district as digits. */
    public String districtArea() {
        return value.substring(0, 6);
    }

    public int number() {
        return Integer.parseInt(value.substring(10));
    }

    /** Whether it is a special location such as a prison or a campus (number 901 and above). */
    public boolean special() {
        return number() > 900;
    }

    @Override
    public String toString() {
        return value;
    }
}
