package id.deskpilkada.staff.directory;

import id.deskpilkada.staff.directory.Agency.Channel;
import id.deskpilkada.staff.directory.Agency.Way;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Channels as officials write them: {@code telepon 0254-281234; wa: 0812 3456 7890; bpbd@contoh.go.id}. */
final class ChannelText {

    private static final Pattern WORD = Pattern.compile("([a-z-]+)\\.?\\s*[:=]?\\s*(.+)");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Map<String, Way> WORDS = Map.ofEntries(
            Map.entry("telepon", Way.PHONE),
            Map.entry("telp", Way.PHONE),
            Map.entry("tel", Way.PHONE),
            Map.entry("hp", Way.PHONE),
            Map.entry("phone", Way.PHONE),
            Map.entry("wa", Way.WHATSAPP),
            Map.entry("whatsapp", Way.WHATSAPP),
            Map.entry("email", Way.EMAIL),
            Map.entry("e-mail", Way.EMAIL),
            Map.entry("surel", Way.EMAIL));

    private ChannelText() {}

    static List<String> parts(String text) {
        return Stream.of(text.split("[;,\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Empty for what is neither a number nor an address. */
    static Optional<Channel> read(String part) {
        if (EMAIL.matcher(part).matches()) {
            return Optional.of(new Channel(Way.EMAIL, part));
        }
        var word = WORD.matcher(part.toLowerCase(Locale.ROOT));
        if (!word.matches()) {
            return number(Way.PHONE, part);
        }
        var way = WORDS.get(word.group(1));
        if (way == null) {
            return Optional.empty();
        }
        var address = part.substring(word.start(2)).strip();
        return way == Way.EMAIL
                ? Optional.of(new Channel(way, address))
                        .filter(channel -> EMAIL.matcher(address).matches())
                : number(way, address);
    }

    private static Optional<Channel> number(Way way, String text) {
        return (way == Way.PHONE ? CallNumber.of(text) : CallNumber.telephone(text))
                .map(number -> new Channel(way, number.value()));
    }
}
