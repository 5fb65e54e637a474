package id.deskpilkada.platform;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page number of the page, from 0
 * @param size most items on a page, 1 to 500
 * @param total items of the whole list
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public static final int LARGEST = 500;

    /** Page and size as asked for, brought within bounds. */
    public static Window window(int page, int size) {
        return new Window(Math.min(Math.max(page, 0), 1_000_000), Math.min(Math.max(size, 1), LARGEST));
    }

    public record Window(int page, int size) {

        public long offset() {
            return (long) page * size;
        }
    }
}
