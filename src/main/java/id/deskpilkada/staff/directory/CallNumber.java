package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number that people dial: a telephone number, or a short one such as 112.
 *
 * @param value E.164, or three to eight digits that begin with 1
 */
public record CallNumber(String value) {

    private static final Pattern SHORT = Pattern.compile("1[0-9]{2,7}");

    /** Written from abroad: with two zeros before the country code, or with the zero behind it that is dialled at home only. */
    private static final Pattern FROM_ABROAD = Pattern.compile("^\\s*(?:\\+|00)?62\\s*\\(0\\)|^\\s*0062");

    /** Empty for what nobody can dial. */
    public static Optional<CallNumber> of(String written) {
        var digits = written.strip().replaceAll("[ .-]", "");
        return SHORT.matcher(digits).matches()
                ? Optional.of(new CallNumber(digits))
                : PhoneNumber.of(FROM_ABROAD.matcher(written).replaceFirst("+62"))
                        .map(number -> new CallNumber(number.value()));
    }

    /** As {@link #of}, but a telephone number only. */
    public static Optional<CallNumber> telephone(String written) {
        return of(written).filter(number -> !number.isShort());
    }

    public boolean isShort() {
        return !value.startsWith("+");
    }

    /** As people here write it. */
    public String readable() {
        return isShort() ? value : new PhoneNumber(value).readable();
    }

    /** Address that dials it. */
    public String dial() {
        return "tel:" + value;
    }

    /** Address that opens a chat with it; null for a short number. */
    public @Nullable String chat() {
        return isShort() ? null : "https://wa.me/" + new PhoneNumber(value).digits();
    }

    @Override
    public String toString() {
        return value;
    }
}
