/** What the desk reads of the day of voting: how a place stands, its turnout, where it is not calm, and the text that tells it. */
@org.springframework.modulith.NamedInterface("board")
@org.jspecify.annotations.NullMarked
package id.deskpilkada.voting.board;
