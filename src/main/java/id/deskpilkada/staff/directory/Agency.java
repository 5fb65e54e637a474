package id.deskpilkada.staff.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An office that is called upon, such as BPBD, for an area.
 *
 * @param code the part of the role {@code agency-<code>} behind the hyphen
 * @param area digits of the region it serves
 * @param confirmed whether somebody of the installation has tried its channels; before that nothing offers to dial them
 */
public record Agency(String code, String name, String area, List<Channel> channels, boolean confirmed) {

    public Agency {
        channels = List.copyOf(channels);
    }

    /** Address to dial, once confirmed. */
    public Optional<CallNumber> callable() {
        return first(Way.PHONE);
    }

    /** Number for WhatsApp, once confirmed. */
    public Optional<CallNumber> chat() {
        return first(Way.WHATSAPP);
    }

    private Optional<CallNumber> first(Way way) {
        return channels.stream()
                .filter(channel -> confirmed && channel.way() == way)
                .findFirst()
                .map(channel -> new CallNumber(channel.address()));
    }

    /** How an office is reached. */
    public enum Way {
        PHONE,
        WHATSAPP,
        EMAIL
    }

    /** @param address E.164 or a short number, or an e-mail address */
    public record Channel(Way way, String address) {

        public String readable() {
            return way == Way.EMAIL ? address : new CallNumber(address).readable();
        }

        /** Address that dials, chats or writes; for a confirmed agency only. */
        public @Nullable String link() {
            return switch (way) {
                case EMAIL -> "mailto:" + address;
                case PHONE -> new CallNumber(address).dial();
                case WHATSAPP -> new CallNumber(address).chat();
            };
        }
    }
}
