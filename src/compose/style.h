/* SPDX-License-Identifier: MIT */
/*
 * The one built-in look: a table of named styles, and the sheet. A4, a text column with a side
 * column for numbers and labels, three sizes of heading, one accent colour. Leadings and spaces are
 * multiples of 4 points wherever text runs on, so that baselines fall on one grid.
 */
#ifndef BP_COMPOSE_STYLE_H
#define BP_COMPOSE_STYLE_H

#include "compose/document.h"

enum bp_style_key {
    BP_STYLE_DOCUMENT,
    /* the head of the first page */
    BP_STYLE_ORGANISATION,
    BP_STYLE_TITLE,
    BP_STYLE_SUBTITLE,
    BP_STYLE_TITLE_RULE,
    BP_STYLE_DETAILS,
    BP_STYLE_DETAIL,
    BP_STYLE_DETAIL_TEXT,
    BP_STYLE_LABEL,
    BP_STYLE_ORGANISATION_OF_PEOPLE,
    BP_STYLE_PEOPLE,
    BP_STYLE_PERSON,
    BP_STYLE_PERSON_LINE,
    BP_STYLE_DETAILS_RULE,
    /* headings */
    BP_STYLE_ITEM,
    BP_STYLE_ITEM_HEADING,
    BP_STYLE_SUB_ITEM_HEADING,
    BP_STYLE_SECTION_HEADING,
    BP_STYLE_MINOR_HEADING,
    BP_STYLE_FULL_HEADING,
    /* text */
    BP_STYLE_ITEM_FACTS,
    BP_STYLE_BODY,
    BP_STYLE_LEAD_IN, /* a line that leads to what follows it */
    BP_STYLE_STANDALONE,
    BP_STYLE_CLOSING,
    BP_STYLE_NEXT_MEETING,
    BP_STYLE_RESULT,
    BP_STYLE_CODE,
    BP_STYLE_QUOTE,
    BP_STYLE_RULE,
    BP_STYLE_LIST,
    BP_STYLE_BULLET,
    BP_STYLE_NUMBERED,
    BP_STYLE_BULLET_MARK,
    BP_STYLE_DASH_MARK,
    BP_STYLE_SMALL_MARK,
    BP_STYLE_NUMBER_MARK,
    BP_STYLE_LIST_TEXT,
    BP_STYLE_LIST_LEAD_IN,
    BP_STYLE_EVENTS,
    BP_STYLE_EVENT,
    BP_STYLE_EVENT_TEXT,
    BP_STYLE_VOTES,
    /* panels */
    BP_STYLE_ACTION,
    BP_STYLE_DECISION,
    BP_STYLE_CLOSED,
    BP_STYLE_PANEL_LABEL,
    BP_STYLE_PANEL_TEXT,
    BP_STYLE_PANEL_LEAD_IN,
    BP_STYLE_PANEL_RESULT,
    /* tables */
    BP_STYLE_TABLE,
    BP_STYLE_FULL_TABLE,
    BP_STYLE_HEAD_ROW,
    BP_STYLE_ROW,
    BP_STYLE_CELL,
    BP_STYLE_HEAD_TEXT,
    BP_STYLE_HEAD_TEXT_END,
    BP_STYLE_HEAD_TEXT_CENTRE,
    BP_STYLE_CELL_TEXT,
    BP_STYLE_CELL_TEXT_END,
    BP_STYLE_CELL_TEXT_CENTRE,
    /* notes and what stands beside the text */
    BP_STYLE_NOTE,
    BP_STYLE_NOTE_TEXT,
    BP_STYLE_NOTE_RULE,
    BP_STYLE_SIGNATURE,
    BP_STYLE_SIGNATURE_LINE,
    BP_STYLE_SIGNATURE_RULE,
    BP_STYLE_RUNNING,
    BP_STYLE_WATERMARK,
    BP_N_STYLES
};

/* The colours of the look that runs take by themselves. */
enum bp_look_colour {
    BP_LOOK_ACCENT = 0x12436D,
    BP_LOOK_INK = 0x1D2730,
    BP_LOOK_GREY = 0x4A5560,
};

/* The style of that name; lives as long as the program. */
const struct bp_style *bp_style(enum bp_style_key key);

/* The page. */
struct bp_sheet bp_style_sheet(void);

#endif
