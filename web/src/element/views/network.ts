import css from '../../../css/views/diagram.css';
import { NetworkView } from '../../explain/network';
import { diagram } from '../../words/views';
import { type Given, hostOf } from './given';

export { css };

export const network = (given: Given, looksAhead: () => boolean) => new NetworkView(hostOf(given, { diagram }), looksAhead);
