/* Packs a file as the data blocks of a cabinet in LZX, as Windows' own tools do: lzx PLAIN PACKED
 *
 * wixl packs in MSZIP only, which makes the MSI half as large again. LZX is told in "Microsoft LZX Data Compression
 * Format" (1997) and, where that is wrong, in libmspack's lzxd.c: frames of 32 KB, each padded to 16 bits; blocks with
 * codes of their own; calls in machine code made absolute. cabinet.py unpacks with two readers what was packed here. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FRAME = 32768, BLOCK = 4 * FRAME, WINDOW = 1 << 21, SLOTS = 50,
    SHORTEST = 2, LONGEST = 257, HEADED = 7, /* lengths that the main code tells by itself */
    LITERALS = 256, MAIN = LITERALS + 8 * SLOTS, LENGTHS = 249, RUNS = 20,
    FARTHEST = WINDOW - FRAME, /* nearer than the format allows: one reader lays a frame where it would still copy from */
    HASHED = 1 << 18, CHAIN = 400, GOOD = 128, LONGEST_CODE = 16, VERBATIM = 1,
};

typedef struct { uint8_t length[MAIN]; uint16_t code[MAIN]; } Code;
typedef struct { uint16_t symbol, length_symbol; uint8_t bits; uint32_t extra, plain; } Item; /* 0xffff: none */

static uint8_t *data, *out;
static size_t size, written, packed_at;
static uint32_t bit_buffer, position_base[SLOTS + 1];
static uint8_t extra_bits[SLOTS];
static int bits_held;
static int32_t head3[HASHED], head4[HASHED], before[WINDOW];
static uint32_t recent[3] = {1, 1, 1};

static void fail(const char *words) { fprintf(stderr, "lzx: %s\n", words); exit(1); }

/* --- machine code ------------------------------------------------------------------------------------------------ */

static int32_t read32(const uint8_t *at) { int32_t value; memcpy(&value, at, 4); return value; }

/* Calls (E8) name their target by its distance; by its place it is the same each time. */
static void make_calls_absolute(void) {
    for (size_t frame = 0; frame < size && frame / FRAME < 32768; frame += FRAME)
        for (size_t at = frame; at < frame + FRAME - 10; at++)
            if (data[at] == 0xe8) {
                int64_t distance = read32(data + at + 1), whole = (int64_t)size, here = (int64_t)at;
                if (distance >= -here && distance < whole) {
                    int32_t place = (int32_t)(distance < whole - here ? distance + here : distance - whole);
                    memcpy(data + at + 1, &place, 4);
                }
                at += 4;
            }
}

/* --- bits and frames --------------------------------------------------------------------------------------------- */

static void write_bits(uint32_t value, int count) {
    for (; count > 16; count -= 16) { write_bits(value >> (count - 16), 16); value &= (1u << (count - 16)) - 1; }
    bit_buffer = bit_buffer << count | (value & ((1u << count) - 1));
    bits_held += count;
    if (bits_held >= 16) {
        bits_held -= 16;
        out[written++] = (uint8_t)(bit_buffer >> bits_held);
        out[written++] = (uint8_t)(bit_buffer >> bits_held >> 8);
    }
}

static uint32_t checksum(const uint8_t *at, size_t count, uint32_t sum) {
    uint32_t word = 0;
    for (; count >= 4; count -= 4, at += 4) sum ^= (uint32_t)read32(at);
    for (size_t index = 0; index < count; index++) word = word << 8 | at[index];
    return sum ^ word;
}

/* A data block of the cabinet: checksum, packed and plain size, what is packed. */
static void end_frame(void) {
    if (bits_held) write_bits(0, 16 - bits_held);
    uint16_t sizes[2] = {(uint16_t)(written - packed_at - 8), FRAME};
    memcpy(out + packed_at + 4, sizes, 4);
    uint32_t sum = checksum(out + packed_at + 4, 4, checksum(out + packed_at + 8, sizes[0], 0));
    memcpy(out + packed_at, &sum, 4);
    packed_at = written;
    written += 8;
}

/* --- codes ------------------------------------------------------------------------------------------------------- */

static uint32_t weight[2 * MAIN];

static int rarer(const void *a, const void *b) {
    int left = *(const int *)a, right = *(const int *)b;
    return weight[left] != weight[right] ? (weight[left] < weight[right] ? -1 : 1) : left - right;
}

/* Lengths of a Huffman code; returns the longest. */
static int set_lengths(const uint32_t *counts, int symbols, uint8_t *lengths) {
    int leaves[MAIN], parent[2 * MAIN], depth[2 * MAIN], used = 0, inner = symbols, leaf = 0, node, longest = 0;
    for (int symbol = 0; symbol < symbols; symbol++)
        if ((weight[symbol] = counts[symbol])) leaves[used++] = symbol;
    qsort(leaves, used, sizeof *leaves, rarer);
    node = inner;
    for (int joined = 1; joined < used; joined++, inner++) {
        weight[inner] = 0;
        for (int side = 0; side < 2; side++) {
            int taken = leaf < used && (node == inner || weight[leaves[leaf]] <= weight[node]) ? leaves[leaf++] : node++;
            weight[inner] += weight[taken];
            parent[taken] = inner;
        }
    }
    depth[inner - 1] = 0;
    for (node = inner - 2; node >= symbols; node--) depth[node] = depth[parent[node]] + 1;
    memset(lengths, 0, symbols);
    for (leaf = 0; leaf < used; leaf++) {
        int length = depth[parent[leaves[leaf]]] + 1;
        lengths[leaves[leaf]] = (uint8_t)length;
        if (length > longest) longest = length;
    }
    return longest;
}

/* Every code has two symbols or more, so that it is complete: no reader need know what an incomplete one means. */
static void make_code(uint32_t *counts, int symbols, int most, Code *code) {
    int used = 0;
    uint32_t next = 0;
    for (int symbol = 0; symbol < symbols; symbol++) used += counts[symbol] > 0;
    for (int symbol = 0; used < 2; symbol++)
        if (!counts[symbol]) { counts[symbol] = 1; used++; }
    while (set_lengths(counts, symbols, code->length) > most)
        for (int symbol = 0; symbol < symbols; symbol++) counts[symbol] = (counts[symbol] + 1) / 2;
    for (int length = 1; length <= most; length++, next <<= 1)
        for (int symbol = 0; symbol < symbols; symbol++)
            if (code->length[symbol] == length) code->code[symbol] = (uint16_t)next++;
}

static void write_symbol(const Code *code, int symbol) { write_bits(code->code[symbol], code->length[symbol]); }

/* Lengths as their difference from the last block's, runs as one symbol, all in a small code of their own. */
static void write_lengths(const uint8_t *lengths, uint8_t *last, int symbols) {
    static Code code;
    struct { uint8_t symbol, bits, extra, difference; } told[MAIN];
    uint32_t counts[RUNS] = {0};
    int count = 0, run;
    for (int at = 0; at < symbols; at += run, count++) {
        int difference = (last[at] - lengths[at] + 17) % 17;
        for (run = 1; at + run < symbols && lengths[at + run] == lengths[at] && run < 51;) run++;
        told[count].symbol = (uint8_t)difference, told[count].bits = 0;
        if (run < 4) run = 1;
        else if (lengths[at]) {
            run = run > 5 ? 5 : run;
            told[count].symbol = 19, told[count].bits = 1, told[count].extra = (uint8_t)(run - 4);
            told[count].difference = (uint8_t)difference;
            counts[difference]++;
        } else if (run < 20) told[count].symbol = 17, told[count].bits = 4, told[count].extra = (uint8_t)(run - 4);
        else told[count].symbol = 18, told[count].bits = 5, told[count].extra = (uint8_t)(run - 20);
        counts[told[count].symbol]++;
    }
    make_code(counts, RUNS, 15, &code);
    for (int symbol = 0; symbol < RUNS; symbol++) write_bits(code.length[symbol], 4);
    for (int index = 0; index < count; index++) {
        write_symbol(&code, told[index].symbol);
        if (told[index].bits) write_bits(told[index].extra, told[index].bits);
        if (told[index].symbol == 19) write_symbol(&code, told[index].difference);
    }
    memcpy(last, lengths, symbols);
}

/* --- matches ----------------------------------------------------------------------------------------------------- */

typedef struct { uint32_t length, distance; } Match;

static uint32_t same(size_t a, size_t b, uint32_t most) {
    uint32_t length = 0;
    while (length < most && data[a + length] == data[b + length]) length++;
    return length;
}

/* What a match saves is about eight bits for each byte; what it costs grows with its distance. */
static int worth(Match match) {
    if (match.length < SHORTEST) return 0;
    for (int index = 0; index < 3; index++)
        if (match.distance == recent[index]) return (int)match.length * 6 - 4;
    int far = 0;
    while (match.distance >> far) far++;
    return (int)match.length * 6 - 5 - far;
}

static uint32_t hash(size_t at, uint32_t kept) { return ((uint32_t)read32(data + at) & kept) * 2654435761u >> 14; }

static void remember(size_t at) {
    if (at + 4 > size) return;
    head3[hash(at, 0xffffff)] = (int32_t)at;
    before[at % WINDOW] = head4[hash(at, 0xffffffff)];
    head4[hash(at, 0xffffffff)] = (int32_t)at;
}

static void consider(Match *best, size_t at, size_t other, uint32_t most) {
    Match match = {same(at, other, most), (uint32_t)(at - other)};
    if (worth(match) > worth(*best)) *best = match;
}

static Match find(size_t at) {
    uint32_t most = FRAME - at % FRAME; /* no match goes beyond its frame */
    int32_t nearest = at > FARTHEST ? (int32_t)(at - FARTHEST) : 0;
    Match best = {0, 0};
    if (most > LONGEST) most = LONGEST;
    for (int index = 0; index < 3; index++)
        if (recent[index] <= at) consider(&best, at, at - recent[index], most);
    if (at + 4 > size || most < 4) return best;
    int32_t other = head3[hash(at, 0xffffff)];
    if (other >= nearest) consider(&best, at, (size_t)other, most);
    other = head4[hash(at, 0xffffffff)];
    for (int tried = 0; tried < CHAIN && other >= nearest; tried++) {
        if (best.length < most && data[other + best.length] == data[at + best.length])
            consider(&best, at, (size_t)other, most);
        if (best.length >= GOOD) break;
        int32_t next = before[other % WINDOW];
        if (next >= other) break;
        other = next;
    }
    return best;
}

/* --- blocks ------------------------------------------------------------------------------------------------------ */

static Item items[BLOCK];
static uint32_t main_counts[MAIN], length_counts[LENGTHS];

static Item as_literal(size_t at) { return (Item){.symbol = data[at], .length_symbol = 0xffff, .plain = 1}; }

static Item as_match(Match match) {
    int slot = 0;
    uint32_t told = match.distance + 2, header = match.length - SHORTEST;
    Item item = {.length_symbol = 0xffff, .plain = match.length};
    while (slot < 3 && recent[slot] != match.distance) slot++;
    if (slot < 3) {
        recent[slot] = recent[0];
    } else {
        while (position_base[slot + 1] <= told) slot++;
        item.bits = extra_bits[slot];
        item.extra = told - position_base[slot];
        recent[2] = recent[1];
        recent[1] = recent[0];
    }
    recent[0] = match.distance;
    if (header >= HEADED) {
        item.length_symbol = (uint16_t)(header - HEADED);
        header = HEADED;
    }
    item.symbol = (uint16_t)(LITERALS + slot * 8 + (int)header);
    return item;
}

static int parse(size_t at, size_t end) {
    int count = 0;
    Match match = find(at), next;
    for (; at < end; count++) {
        remember(at);
        next = at + 1 < end ? find(at + 1) : (Match){0, 0};
        if (worth(match) <= 0 || (match.length < GOOD && worth(next) > worth(match) + 2)) {
            items[count] = as_literal(at++);
            match = next;
        } else {
            items[count] = as_match(match);
            for (uint32_t step = 1; step < match.length; step++) remember(at + step);
            at += match.length;
            if (at < end) match = find(at);
        }
        main_counts[items[count].symbol]++;
        if (items[count].length_symbol != 0xffff) length_counts[items[count].length_symbol]++;
    }
    return count;
}

static void write_block(size_t at, size_t end) {
    static Code main_code, length_code;
    static uint8_t last_main[MAIN], last_length[LENGTHS];
    memset(main_counts, 0, sizeof main_counts);
    memset(length_counts, 0, sizeof length_counts);
    int count = parse(at, end);
    make_code(main_counts, MAIN, LONGEST_CODE, &main_code);
    make_code(length_counts, LENGTHS, LONGEST_CODE, &length_code);
    write_bits(VERBATIM, 3);
    write_bits((uint32_t)(end - at), 24);
    write_lengths(main_code.length, last_main, LITERALS);
    write_lengths(main_code.length + LITERALS, last_main + LITERALS, MAIN - LITERALS);
    write_lengths(length_code.length, last_length, LENGTHS);
    for (int index = 0; index < count; index++) {
        write_symbol(&main_code, items[index].symbol);
        if (items[index].length_symbol != 0xffff) write_symbol(&length_code, items[index].length_symbol);
        if (items[index].bits) write_bits(items[index].extra, items[index].bits);
        at += items[index].plain;
        if (at % FRAME == 0) end_frame();
    }
}

int main(int argc, char **argv) {
    if (argc != 3) fail("lzx PLAIN PACKED");
    FILE *plain = fopen(argv[1], "rb"), *packed = fopen(argv[2], "wb");
    if (!plain || !packed) fail("a file does not open");
    fseek(plain, 0, SEEK_END);
    size = (size_t)ftell(plain);
    rewind(plain);
    if (size % FRAME || !size || size > INT32_MAX / 2) fail("whole frames, please, and at most 1 GB");
    data = malloc(size + 4);
    out = malloc(size + size / 4 + 65536);
    if (!data || !out || fread(data, 1, size, plain) != size) fail("no memory, or the file cannot be read");
    for (int slot = 0; slot < SLOTS; slot++) {
        extra_bits[slot] = (uint8_t)(slot < 4 ? 0 : slot >= 36 ? 17 : slot / 2 - 1);
        position_base[slot + 1] = position_base[slot] + (1u << extra_bits[slot]);
    }
    memset(head3, 0xff, sizeof head3);
    memset(head4, 0xff, sizeof head4);
    make_calls_absolute();
    written = 8;
    write_bits(1, 1); /* calls are absolute, … */
    write_bits((uint32_t)size >> 16, 16); /* … reckoned with this size */
    write_bits((uint32_t)size & 0xffff, 16);
    for (size_t at = 0; at < size; at += BLOCK) write_block(at, at + BLOCK < size ? at + BLOCK : size);
    if (fwrite(out, 1, packed_at, packed) != packed_at || fclose(packed)) fail("the file cannot be written");
    return 0;
}
