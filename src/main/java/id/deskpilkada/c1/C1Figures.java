package id.deskpilkada.c1;

import java.util.SortedMap;

/**
 * The figures of one form that enter a total; a blank on the paper counts as nothing.
 *
 * @param votes by ballot number, the empty column included
 */
public record C1Figures(long valid, long invalid, long dpt, long voters, SortedMap<Integer, Integer> votes) {}
