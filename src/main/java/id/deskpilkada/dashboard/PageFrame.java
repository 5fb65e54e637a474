package id.deskpilkada.dashboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of every page; templates read it as {@code frame}.
 *
 * @param person name of who is signed in; null on public pages
 * @param unread messages in the person's inbox, counted up to 100
 * @param simulation whether the page must carry the band SIMULASI
 * @param practice whether the page is about a practice and must say LATIHAN
 * @param emergency whether the page is one of the field, from which help has to be one tap away
 * @param otherLanguage the language that the switch offers
 * @param otherLanguageUrl this page in that language
 * @param at when the page was made, by the server's clock
 * @param zone of the regency, as programs name it, e.g. {@code Asia/Jakarta}
 */
record PageFrame(
        String regionName,
        @Nullable String person,
        int unread,
        List<Section> navigation,
        String helpdeskNumber,
        String zoneName,
        boolean simulation,
        boolean practice,
        boolean emergency,
        String language,
        String otherLanguage,
        String otherLanguageUrl,
        Instant at,
        String zone) {

    /**
     * Lines of the main navigation that stand together.
     *
     * @param label message key of the menu that holds them; null when they stand in the open
     */
    record Section(@Nullable String label, List<Entry> entries) {

        /** Whether the page lies in this section. */
        public boolean current() {
            return entries.stream().anyMatch(Entry::current);
        }
    }

    /** A line of the main navigation; the label is a message key. @param count what waits there, counted up to 100; 0 says nothing */
    record Entry(String url, String label, boolean current, int count) {}
}
