/** What is written on Form C1: its numbers, where each stands, how they are read, and what the rules say about them. Knows no case and no person. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.c1.written;
