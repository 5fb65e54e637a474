package id.deskpilkada.region;

import id.deskpilkada.platform.Area;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Kemendagri code in its dotted form: {@code 36}, {@code 36.04}, {@code 36.04.05} or {@code 36.04.05.2002}.
 *
 * @throws IllegalArgumentException for any other form
 */
public record RegionCode(String value) {

    private static final Pattern DOTTED = Pattern.compile("[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?");

    public RegionCode {
        if (!DOTTED.matcher(value).matches()) {
            throw new IllegalArgumentException("not a region code: " + value);
        }
    }

    /** Reads the dotted form or the form without dots that KPU uses; empty when it is neither. */
    public static Optional<RegionCode> parse(String text) {
        String dotted = text.indexOf('.') < 0 && text.length() <= 10 ? Area.dotted(text) : text;
        return DOTTED.matcher(dotted).matches() ? Optional.of(new RegionCode(dotted)) : Optional.empty();
    }

    /** The code as digits only. */
    public String area() {
        return Area.digits(value);
    }

    public RegionLevel level() {
        return switch (value.length()) {
            case 2 -> RegionLevel.PROVINCE;
            case 5 -> RegionLevel.REGENCY;
            case 8 -> RegionLevel.DISTRICT;
            default -> RegionLevel.VILLAGE;
        };
    }

    /** The code one level up; empty for a province. */
    public Optional<RegionCode> parent() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new RegionCode(value.substring(0, dot)));
    }

    @Override
    public String toString() {
        return value;
    }
}
