package id.deskpilkada.notification.text;

import java.util.Map;
import java.util.Map.Entry;

/**
 * A text as SMS carry it.
 *
 * @param text with typographic marks written plainly
 * @param plain whether the GSM 7-bit alphabet suffices; one other character halves what fits
 * @param segments how many SMS it takes, and costs
 */
public record SmsText(String text, boolean plain, int segments) {

    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_DOUBLE = "\f^{}\\[~]|€";
    private static final Map<String, String> PLAINLY = Map.ofEntries(
            Map.entry("\u2013", "-"),
            Map.entry("\u2014", "-"),
            Map.entry("\u2018", "'"),
            Map.entry("\u2019", "'"),
            Map.entry("\u201c", "\""),
            Map.entry("\u201d", "\""),
            Map.entry("\u2026", "..."),
            Map.entry("\u00b7", "-"),
            Map.entry("\u2022", "-"),
            Map.entry("\u00a0", " "),
            Map.entry("\u202f", " "));

    public static SmsText of(String written) {
        var text = written;
        for (Entry<String, String> mark : PLAINLY.entrySet()) {
            text = text.replace(mark.getKey(), mark.getValue());
        }
        var plain = text.chars().allMatch(character -> units(character) > 0);
        return new SmsText(text, plain, segments(text, plain));
    }

    /** The text cut at a word so that it and its ending take no more than so many SMS; the ending says where the rest is. */
    public static SmsText fitting(String written, String ending, int mostSegments) {
        var whole = of(written);
        if (whole.segments() <= mostSegments) {
            return whole;
        }
        int end = whole.text().length();
        SmsText cut;
        do {
            end = wordBefore(whole.text(), end);
            cut = of(whole.text().substring(0, end) + "... " + ending);
        } while (cut.segments() > mostSegments && end > 0);
        return cut;
    }

    private static int wordBefore(String text, int end) {
        int space = text.lastIndexOf(' ', end - 1);
        int at = space > 0 ? space : Math.max(0, end - 20);
        return at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static int segments(String text, boolean plain) {
        int length = plain ? text.chars().map(SmsText::units).sum() : text.length();
        int alone = plain ? 160 : 70;
        int joined = plain ? 153 : 67;
        return length <= alone ? 1 : (length + joined - 1) / joined;
    }

    private static int units(int character) {
        if (GSM.indexOf(character) >= 0) {
            return 1;
        }
        return GSM_DOUBLE.indexOf(character) >= 0 ? 2 : 0;
    }
}
